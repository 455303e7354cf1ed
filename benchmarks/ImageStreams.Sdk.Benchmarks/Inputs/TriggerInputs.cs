using System.Globalization;
using ImageStreams.Builds;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Benchmarks.Inputs;

/// <summary>The inputs of OpenShift's figures for triggers: objects of which every other one must change.</summary>
public static class TriggerInputs
{
    private const int Namespaces = 10;
    private const int StreamsPerNamespace = 100;
    private const string Repository = "quay.io/org/app";
    private const string Integrated = "image-registry.openshift-image-registry.svc:5000";

    /// <summary>The streams of all objects, as OpenShift's controller looks them up.</summary>
    public static StreamTagLookup Tags { get; } = new(
        from n in Enumerable.Range(0, Namespaces)
        from k in Enumerable.Range(0, StreamsPerNamespace)
        select Stream(n, k));

    /// <summary>Deployments of two containers, each of which follows a tag; the even ones have old images.</summary>
    public static Workload[] Deployments(int count) => [.. Enumerable.Range(0, count).Select(i => Workload.Parse(Deployment(i)))];

    /// <summary>Build configurations that follow the tag they build from; the odd ones have built it.</summary>
    public static BuildConfig[] BuildConfigs(int count) => [.. Enumerable.Range(0, count).Select(BuildConfig)];

    private static ImageStream Stream(int n, int k)
    {
        var image = StreamInputs.Digest((StreamsPerNamespace * n) + k);
        return new ImageStream
        {
            Metadata = new() { Namespace = Invariant($"ns{n}"), Name = Invariant($"s{k:D3}"), ResourceVersion = "1" },
            Spec = new()
            {
                Tags =
                [
                    new()
                    {
                        Name = "latest",
                        From = ObjectReference.DockerImage($"{Repository}:latest"),
                        ReferencePolicy = new() { Type = ReferencePolicyType.Local },
                    },
                ],
            },
            Status = new()
            {
                DockerImageRepository = Invariant($"{Integrated}/ns{n}/s{k:D3}"),
                Tags = [new() { Tag = "latest", Items = [new() { Image = image, DockerImageReference = $"{Repository}@{image}" }] }],
            },
        };
    }

    private static string Deployment(int i)
    {
        var image = i % 2 == 0 ? "old" : PullSpec(i);
        var from = Invariant($$"""{\"kind\":\"ImageStreamTag\",\"name\":\"{{Tag(i)}}\"}""");
        const string ByName = """spec.template.spec.containers[?(@.name==\\\"c0\\\")].image""";
        return Invariant($$"""
            {"kind":"Deployment","apiVersion":"apps/v1","metadata":{"name":"dep{{i:D5}}","namespace":"ns{{i % Namespaces}}","annotations":{"image.openshift.io/triggers":"[{\"from\":{{from}},\"fieldPath\":\"{{ByName}}\"},{\"from\":{{from}},\"fieldPath\":\"spec.template.spec.containers[1].image\"}]"} },"spec":{"selector":null,"template":{"metadata":{},"spec":{"containers":[{"name":"c0","image":"{{image}}","resources":{} },{"name":"c1","image":"{{image}}","resources":{} }]} },"strategy":{} },"status":{} }
            """);
    }

    private static BuildConfig BuildConfig(int i) => new()
    {
        Metadata = new() { Namespace = Invariant($"ns{i % Namespaces}"), Name = Invariant($"bc{i:D5}") },
        Spec = new()
        {
            Triggers = [new() { Type = "ImageChange", ImageChange = new() }],
            Strategy = new() { SourceStrategy = new() { From = ObjectReference.ImageStreamTag(Tag(i)) } },
        },
        Status = new()
        {
            ImageChangeTriggers = i % 2 == 0 ? [] : [new() { From = new() { Name = Tag(i) }, LastTriggeredImageId = PullSpec(i) }],
        },
    };

    private static string Tag(int i) => Invariant($"s{i % StreamsPerNamespace:D3}:latest");

    private static string PullSpec(int i) => Tags.Find(Invariant($"ns{i % Namespaces}"), Tag(i)).PullSpec!;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
