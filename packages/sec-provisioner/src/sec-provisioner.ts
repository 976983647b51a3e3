#!/usr/bin/env node
import { runSecProvisioner } from '@sec/cli'
import { version } from '../package.json'

void runSecProvisioner(version)
