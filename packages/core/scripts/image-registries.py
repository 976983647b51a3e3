"""Prints the AWS accounts that hold SageMaker's own images as JSON, from the wheel of PyPI sagemaker-core.

    python3 image-registries.py sagemaker_core-2.27.0-py3-none-any.whl

`kinds` are what a registry holds, in one fixed order; `regions` maps a region to one account
for each kind, or null where AWS has none.
"""

import json
import sys
from collections import Counter

from read_wheel import open_wheel, print_json

FOLDER = "sagemaker/core/image_uri_config/"

# What people know the images by, and the files that name their registries.
KINDS = {
    "frameworks: PyTorch, TensorFlow, Hugging Face, DJL, AutoGluon": [
        "pytorch", "tensorflow", "huggingface", "huggingface-llm", "djl-lmi", "autogluon",
    ],
    "scikit-learn, XGBoost, SparkML serving": ["sklearn", "xgboost", "sparkml-serving"],
    "built-in: BlazingText, image classification, object detection, semantic segmentation, seq2seq": [
        "blazingtext", "image-classification", "object-detection", "semantic-segmentation", "seq2seq",
    ],
    "built-in: k-means, PCA, linear learner, factorization machines, IP insights, k-NN, NTM, object2vec, "
    "random cut forest": [
        "kmeans", "pca", "linear-learner", "factorization-machines", "ipinsights", "knn", "ntm",
        "object2vec", "randomcutforest",
    ],
    "built-in: DeepAR": ["forecasting-deepar"],
    "built-in: LDA": ["lda"],
    "Spark processing": ["spark"],
    "Clarify": ["clarify"],
    "Model Monitor": ["model-monitor"],
    "Debugger rules": ["debugger", "detailed-profiler"],
    "SageMaker Distribution (Studio)": ["sagemaker-distribution"],
    "Studio base kernels": ["sagemaker-base-python"],
    "Data Wrangler": ["data-wrangler"],
}


def registries_in(value):
    """Every map from region to account in a file, one for each version of an image."""
    if not isinstance(value, dict):
        return
    for key, inner in value.items():
        if key == "registries":
            yield inner
        else:
            yield from registries_in(inner)


def accounts_of(wheel, files):
    """Region to account. The oldest versions of some images sit elsewhere: what most versions use counts."""
    votes = {}
    for file in files:
        for registries in registries_in(json.loads(wheel.read(FOLDER + file + ".json"))):
            for region, account in registries.items():
                votes.setdefault(region, Counter())[account] += 1
    return {region: majority(region, counts) for region, counts in votes.items()}


def majority(region, counts):
    (account, most), *others = counts.most_common()
    if most <= sum(count for _, count in others):
        sys.exit("no majority for %s: %s" % (region, dict(counts)))
    return account


def main(path):
    wheel, source = open_wheel(path)
    by_kind = [accounts_of(wheel, files) for files in KINDS.values()]
    regions = sorted({region for accounts in by_kind for region in accounts})
    print_json({
        "source": source,
        "kinds": list(KINDS),
        "regions": {region: [accounts.get(region) for accounts in by_kind] for region in regions},
    })


main(*sys.argv[1:])
