using System.Globalization;
using ImageStreams.Builds;
using ImageStreams.Collections;

namespace ImageStreams.Benchmarks.Inputs;

/// <summary>The input of <c>impact</c>: a tree of builds that fans out by three, and a rollout for every tenth image.</summary>
public sealed record ImpactInput
{
    private const string Tag = "latest";
    private const int BuildsPerRollout = 10;

    public required ValueList<ImageStream> Streams { get; init; }

    public required ValueList<BuildConfig> BuildConfigs { get; init; }

    /// <summary>Deployments whose annotation names the tag they roll out.</summary>
    public required ValueList<RawJson> Deployments { get; init; }

    /// <summary>Build i takes <c>img{i/3}:latest</c> and makes <c>img{i+1}:latest</c>, when the former changes.</summary>
    public static ImpactInput Generate(int builds) => new()
    {
        Streams = Enumerable.Range(0, builds + 1).Select(Stream).ToValueList(),
        BuildConfigs = Enumerable.Range(0, builds).Select(Config).ToValueList(),
        Deployments = Enumerable.Range(0, builds).Where(i => i % BuildsPerRollout == 0).Select(Deployment).ToValueList(),
    };

    /// <summary>The name of the tag of an image.</summary>
    public static string GetTag(int image) => Invariant($"img{image}:{Tag}");

    private static ImageStream Stream(int i) => new()
    {
        Kind = ImageStream.KindName,
        ApiVersion = ImageStream.GroupVersion,
        Metadata = new() { Namespace = BuildTrees.Namespace, Name = Invariant($"img{i}"), ResourceVersion = "1" },
        Status = new()
        {
            Tags = [new() { Tag = Tag, Items = [new() { Image = StreamInputs.Digest(i), Generation = 1 }] }],
        },
    };

    private static BuildConfig Config(int i) => BuildTrees.Config(Invariant($"build{i}"), GetTag(i / 3), GetTag(i + 1));

    private static RawJson Deployment(int i) => RawJson.Parse(Invariant(
        $$$"""
        {
          "kind": "Deployment",
          "apiVersion": "apps/v1",
          "metadata": {
            "name": "dep{{{i}}}",
            "namespace": "{{{BuildTrees.Namespace}}}",
            "annotations": {
              "image.openshift.io/triggers": "[{\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"{{{GetTag(i + 1)}}}\"},\"fieldPath\":\"spec.template.spec.containers[0].image\"}]"
            }
          },
          "spec": { "template": { "spec": { "containers": [{ "name": "app", "image": "old" }] } } }
        }
        """));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
