using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Messages.WrongUse;

namespace ImageStreams.Tests.Messages;

internal static class JsonMistakes
{
    private static readonly string[] Texts =
    [
        "", " ", "[]", "5", "\"text\"", "{", "{\"spec\":{\"tags\":[}", "{\"kind\":\"ImageStream\",}", "kind: ImageStream",
        "{\"spec\":5}", "{\"spec\":{\"tags\":{}}}", "{\"spec\":{\"tags\":[5]}}", "{\"spec\":{\"tags\":[{\"name\":5}]}}",
        "{\"metadata\":{\"creationTimestamp\":\"yesterday\"}}", "{\"metadata\":{\"generation\":1.5}}",
        "{\"spec\":{\"tags\":[{\"name\":\"a\",\"importPolicy\":{\"scheduled\":\"yes\"}}]}}",
        "{\"kind\":\"BuildConfig\"}", "{\"kind\":\"List\",\"items\":[]}", "{\"kind\":\"Template\",\"objects\":[]}",
        "{\"kind\":\"imagestream\"}", "{\"apiVersion\":\"apps/v1\",\"kind\":\"ImageStream\"}", "{} {}",
    ];

    private static readonly string[] Workloads =
    [
        "", "{}", "{\"kind\":\"\"}", "{\"kind\":\"Service\"}", "{\"kind\":\"Deployment\",\"spec\":5}",
        "{\"kind\":\"Deployment\",\"apiVersion\":\"apps/v1\",\"metadata\":{\"name\":\"web\"},\"spec\":{\"template\":{\"spec\":{\"containers\":5}}}}",
    ];

    private static readonly string[] Annotations =
    [
        "", "{}", "[{\"from\":5}]", "[{\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"a:1\"},\"fieldPath\":\"x\"},]", "not json",
    ];

    public static IEnumerable<WrongUse> All =>
    [
        .. Texts.Select(text => From($"Deserialize<ImageStream>({text})", () => ImageStreamJson.Deserialize<ImageStream>(text))),
        From("Deserialize<ImageStream>(no text)", () => ImageStreamJson.Deserialize<ImageStream>((string)null!)),
        From("Deserialize<ImageStream>(100,000 levels deep)", () => ImageStreamJson.Deserialize<ImageStream>(new string('[', 100_000))),
        From("Deserialize<BuildConfig>(an image stream)", () => ImageStreamJson.Deserialize<BuildConfig>("{\"kind\":\"ImageStream\"}")),
        From("Deserialize<ImageStreamList>(a service in a list)", () => ImageStreamJson.Deserialize<ImageStreamList>(
            "{\"kind\":\"List\",\"items\":[{\"kind\":\"ImageStream\"},{\"kind\":\"Service\"}]}")),
        From("Deserialize<ImageStream>(misspelled field, strict)", () => ImageStreamJson.Deserialize<ImageStream>(
            "{\"spec\":{\"tag\":[]}}", new ImageStreamJsonOptions { Strict = true })),
        From("Deserialize<BuildConfig>(misspelled field, strict)", () => ImageStreamJson.Deserialize<BuildConfig>(
            "{\"spec\":{\"strategy\":{\"dockerStrategy\":{\"imageOptimizationPOlicy\":\"None\"}}}}", new ImageStreamJsonOptions { Strict = true })),
        From("Serialize<ImageStream>(null)", () => ImageStreamJson.Serialize<ImageStream>(null!)),
        .. Workloads.Select(text => From($"Workload.Parse({text})", () => Workload.Parse(text))),
        .. Annotations.Select(text => From($"TriggerAnnotation.Parse({text})", () => TriggerAnnotation.Parse(text))),
        From("RawJson.Parse(\"{\")", () => RawJson.Parse("{")),
        From("WorkloadKind.Create(\"Rollout\", \"\")", () => WorkloadKind.Create("Rollout", "")),
        From("WorkloadKind.Create(\"\", \"spec.template\")", () => WorkloadKind.Create("", "spec.template")),
    ];
}
