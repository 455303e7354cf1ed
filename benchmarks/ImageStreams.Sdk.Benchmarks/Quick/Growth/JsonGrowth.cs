using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Workloads;
using BuildConfig = ImageStreams.Builds.BuildConfig;

namespace ImageStreams.Benchmarks.Quick.Growth;

/// <summary>Reading and writing JSON of every kind.</summary>
public static class JsonGrowth
{
    public static IReadOnlyList<GrowthCase> All { get; } =
    [
        new("read ImageStream, tags", 10, size => Read(Stream(size, 1))),
        new("read ImageStream, events", 10, size => Read(Stream(1, size))),
        new("read ImageStream strict", 10, size => FindProblems(Stream(size, 1))),
        new("write ImageStream", 10, size => Write(Stream(size, 1))),
        new("read unknown fields", 10, size => ReadText<ImageStream>($$"""{"kind":"ImageStream",{{Repeat(size, i => $"\"x{i}\":[1]")}}}""")),
        new("strict unknown fields", 10, size => FindProblemsText($$"""{"kind":"ImageStream",{{Repeat(size, i => $"\"x{i}\":[1]")}}}""")),
        new("read a field given often", 10, size => ReadText<ImageStream>($$"""{{{Repeat(size, i => "\"spec\":{\"tags\":[{\"name\":\"a\"}]}")}}}""")),
        new("read escaped text", 10, size => ReadText<ImageStream>($$$"""{"metadata":{"name":"{{{string.Concat(Enumerable.Repeat("\\u00e9", size))}}}"}}""")),
        new("read annotations", 10, size => ReadText<ImageStream>($$$"""{"metadata":{"annotations":{ {{{Repeat(size, i => $"\"k{i}\":\"v\"")}}} } } }""")),
        new("read ImageStreamList", 10, size => Read(new ImageStreamList { Items = Streams(size) })),
        new("read Image, layers", 10, size => Read(AnImage(size))),
        new("read ImageStreamImport", 10, size => Read(AnImport(size))),
        new("read BuildConfig", 10, size => Read(ABuildConfig(size))),
        new("read DeploymentConfig", 10, size => Read(ADeploymentConfig(size))),
        new("write DeploymentConfig", 10, size => Write(ADeploymentConfig(size))),
    ];

    /// <summary>Joins the texts of numbers with commas.</summary>
    public static string Repeat(int size, Func<int, string> text) => string.Join(',', Enumerable.Range(0, size).Select(text));

    /// <summary>A deployment config of many containers, each with a trigger.</summary>
    public static DeploymentConfig ADeploymentConfig(int size) => ImageStreamJson.Deserialize<DeploymentConfig>(
        $$$"""
        {"kind":"DeploymentConfig","apiVersion":"apps.openshift.io/v1","metadata":{"name":"a","namespace":"ns0"},"spec":{
        "triggers":[{{{Repeat(size, i => $$"""{"type":"ImageChange","imageChangeParams":{"automatic":true,"containerNames":["c{{i}}"],"from":{"kind":"ImageStreamTag","name":"s{{i % 100:D3}}:latest"} } }""")}}}],
        "template":{"spec":{"containers":[{{{Repeat(size, i => $$"""{"name":"c{{i}}","image":"old"}""")}}}]} } } }
        """);

    /// <summary>A build config of many triggers.</summary>
    public static BuildConfig ABuildConfig(int size) => ImageStreamJson.Deserialize<BuildConfig>(
        $$$"""
        {"kind":"BuildConfig","apiVersion":"build.openshift.io/v1","metadata":{"name":"a","namespace":"ns0"},"spec":{
        "strategy":{"type":"Source","sourceStrategy":{"from":{"kind":"ImageStreamTag","name":"s000:latest"} }},
        "triggers":[{{{Repeat(size, i => $$"""{"type":"ImageChange","imageChange":{"from":{"kind":"ImageStreamTag","name":"s{{i % 100:D3}}:t{{i}}"} } }""")}}}]} }
        """);

    private static ImageStream Stream(int tags, int events) => StreamInputs.Stream("ns", "s", tags, events);

    private static ValueList<ImageStream> Streams(int size) => Enumerable.Range(0, size).Select(_ => Stream(1, 1)).ToValueList();

    private static Image AnImage(int size) => new()
    {
        Metadata = new() { Name = StreamInputs.Digest(1) },
        DockerImageLayers = Enumerable.Range(0, size).Select(i => new ImageLayer { Name = StreamInputs.Digest(i) }).ToValueList(),
    };

    private static ImageStreamImport AnImport(int size) => new()
    {
        Spec = new()
        {
            Images = Enumerable.Range(0, size)
                .Select(i => new ImageImportSpec { From = ObjectReference.DockerImage($"quay.io/a/b:{i}") })
                .ToValueList(),
        },
    };

    private static Func<long> Read<T>(T value)
        where T : class, IWireObject<T>
    {
        var json = ImageStreamJson.SerializeToUtf8Bytes(value);
        return () => ImageStreamJson.Deserialize<T>(json).GetType().Name.Length;
    }

    private static Func<long> ReadText<T>(string json)
        where T : class, IWireObject<T> => () => ImageStreamJson.Deserialize<T>(json).GetType().Name.Length;

    private static Func<long> FindProblems(ImageStream value)
    {
        var json = ImageStreamJson.SerializeToUtf8Bytes(value);
        return () => ImageStreamJson.FindFieldProblems<ImageStream>(json).Count;
    }

    private static Func<long> FindProblemsText(string json)
    {
        var utf8 = System.Text.Encoding.UTF8.GetBytes(json);
        return () => ImageStreamJson.FindFieldProblems<ImageStream>(utf8).Count;
    }

    private static Func<long> Write<T>(T value)
        where T : class, IWireObject<T> => () => ImageStreamJson.SerializeToUtf8Bytes(value).Length;
}
