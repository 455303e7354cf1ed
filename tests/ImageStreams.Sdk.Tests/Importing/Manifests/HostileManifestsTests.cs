using System.Text;
using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.Registries;
using static ImageStreams.Tests.Importing.SampleImages;

namespace ImageStreams.Tests.Importing;

/// <summary>Manifests made to exhaust their reader.</summary>
public class HostileManifestsTests
{
    [Theory]
    [InlineData("""{"schemaVersion":2,"x":""", '[')]
    [InlineData("""{"schemaVersion":2,"layers":""", '[')]
    [InlineData("", '[')]
    public void Parse_NestsDeep_IsRejected(string start, char opening)
    {
        var e = Assert.Throws<ImageFormatException>(
            () => Manifest.Parse(Utf8(start + new string(opening, 1_000_000))));

        Assert.Equal(ImageFormatFailure.BadManifest, e.Reason);
        Assert.InRange(e.Message.Length, 1, 10_000);
    }

    [Fact]
    public void WithMetadata_ConfigNestsDeep_IsRejected()
    {
        var config = new StringBuilder().Insert(0, """{"config":""", 100_000).ToString();
        var e = Assert.Throws<ImageFormatException>(
            () => ImageInterpreter.WithMetadata(Raw("""{"schemaVersion":2}""", config), Clock));

        Assert.Equal(ImageFormatFailure.BadConfig, e.Reason);
    }

    [Fact]
    public void WithMetadata_RepeatedMap_IsRejectedEarly()
    {
        var labels = Repeat(i => "\"Labels\":{\"" + i + "\":\"\"}");
        var e = Assert.Throws<ImageFormatException>(() => ImageInterpreter.WithMetadata(
            Raw("""{"schemaVersion":2}""", "{\"config\":{" + labels + "}}"), Clock));

        Assert.Equal((ImageFormatFailure.BadConfig, "$.config.Labels"), (e.Reason, e.Path));
        Assert.Contains("Expected an object given once, found an object.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RepeatedUnknownFields_AreRejectedEarly()
    {
        var metadata = RawJson.Parse("{" + Repeat(i => "\"Config\":{\"" + i + "\":0}") + "}");
        var e = Assert.Throws<ImageFormatException>(
            () => ImageMetadata.Read(new Image { DockerImageMetadata = metadata }));

        Assert.Equal(ImageFormatFailure.BadMetadata, e.Reason);
        Assert.Contains("Expected an object given once, found it over and over.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_TooLong_IsRejectedUnread()
    {
        var e = Assert.Throws<ImageFormatException>(() => Manifest.Parse(new byte[Manifest.MaxLength + 1]));

        Assert.Equal(ImageFormatFailure.TooLarge, e.Reason);
        Assert.Equal("The manifest has 16777217 bytes; at most 16777216 are read.", e.Message);
    }

    [Fact]
    public void WithMetadata_ManyLayers_CostInProportion()
    {
        Interpret(100);
        var (few, many) = (AllocatedFor(2_000), AllocatedFor(32_000));

        Assert.InRange(many, few, few * 24); // 16 times the layers; a quadratic cost would be 256 times
    }

    [Fact]
    public void WithMetadata_ManyHistoryEntries_AreAllRead()
    {
        var layers = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $$"""{"blobSum":"{{i}}"}"""));
        var history = string.Join(',', Enumerable.Repeat("""{"v1Compatibility":"{\"size\":1}"}""", 20_000));
        var manifest = $$"""{"schemaVersion":1,"fsLayers":[{{layers}}],"history":[{{history}}]}""";

        Assert.Equal(20_000, ImageMetadata.Read(ImageInterpreter.WithMetadata(Raw(manifest), Clock)).Size);
    }

    [Fact]
    public void WithMetadata_SizesBeyondALong_WrapAsInGo()
    {
        const string Layers = """[{"digest":"a","size":9223372036854775807},{"digest":"b","size":2}]""";
        var image = ImageInterpreter.WithMetadata(
            Raw($$"""{"schemaVersion":2,"layers":{{Layers}}}""", "{}"), Clock);

        Assert.Equal(long.MinValue + 3, ImageMetadata.Read(image).Size);
    }

    [Fact]
    public void Parse_LongForeignNames_AreShortInMessages()
    {
        var mediaType = new string('x', 1_000_000);
        var e = Assert.Throws<ImageFormatException>(
            () => Manifest.Parse(Utf8($$"""{"schemaVersion":2,"mediaType":"{{mediaType}}"}"""), MediaTypes.OciIndex));

        Assert.Equal(ImageFormatFailure.MediaTypeMismatch, e.Reason);
        Assert.InRange(e.Message.Length, 1, 300);
    }

    private static string Repeat(Func<int, string> field) => string.Join(',', Enumerable.Range(0, 50_000).Select(field));

    private static long AllocatedFor(int layers)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Interpret(layers);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Interpret(int layers)
    {
        var items = string.Join(',', Enumerable.Range(0, layers).Select(i => $$"""{"digest":"{{i}}","size":1}"""));
        var image = ImageInterpreter.WithMetadata(Raw($$"""{"schemaVersion":2,"layers":[{{items}}]}""", "{}"), Clock);
        Assert.Equal(layers, image.DockerImageLayers.Count);
    }
}
