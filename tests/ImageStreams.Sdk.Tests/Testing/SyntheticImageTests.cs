using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Testing;

public sealed class SyntheticImageTests
{
    [Fact]
    public void Create_SameInput_SameDigest() =>
        Assert.Equal(
            SyntheticImage.Create("a").WithLabel("x", "1").WithLabel("y", "2").Digest,
            SyntheticImage.Create("a").WithLabel("y", "2").WithLabel("x", "1").Digest);

    [Fact]
    public void With_AnyChange_ChangesTheDigestOfTheCopyOnly()
    {
        var image = SyntheticImage.Create("a");
        var before = image.Digest;
        SyntheticImage[] changed =
        [
            SyntheticImage.Create("b"), image.WithLabel("x", "1"), image.WithLayer("f", "1"), image.WithPlatform("linux", "arm64"),
            image.AsOci(), image.WithCreated(DateTimeOffset.UnixEpoch), image.WithEnvironment("A", "B"), image.WithCommand("run"),
            image.WithUser("1"), image.WithExposedPort("80/tcp"), image.WithAnnotation("a", "b"), image.WithSubject(image, "t"),
        ];

        Assert.Equal(changed.Length + 1, changed.Append(image).Select(each => each.Digest).Distinct().Count());
        Assert.Equal(before, image.Digest);
    }

    [Fact]
    public void Manifest_Content_IsAsWritten()
    {
        var image = SyntheticImage.Create("golden").WithLabel("a", "b").WithEnvironment("P", "/bin").WithCommand("run", "it");

        Assert.Equal("sha256:7702ce76f8b42ac32372dc001a1ae3e27b4824ab21baa0187f5847b6fe7666c4", image.Digest.ToString());
        Assert.Equal(
            """{"created":"2024-01-01T00:00:00Z","architecture":"amd64","os":"linux","config":{"Env":["P=/bin"],"Cmd":["run","it"],"Labels":{"a":"b"}},"rootfs":{"type":"layers","diff_ids":["sha256:2c08b21dc764c579f08aad8c3628d06692600c2cadbfc2389ff2b289c709f1c6"]},"history":[{"created":"2024-01-01T00:00:00Z","created_by":"COPY etc/synthetic"}]}""",
            Encoding.UTF8.GetString(image.Configuration.Content.Span));
    }

    [Fact]
    public void Layer_IsAGzippedArchiveWithTheFile()
    {
        var layer = SyntheticImage.Create().WithLayer("app/main", "text").Blobs[2];
        using var unzipped = new GZipStream(new MemoryStream(layer.Content.ToArray()), CompressionMode.Decompress);
        using var archive = new TarReader(unzipped);

        var entry = archive.GetNextEntry(copyData: true)!;

        Assert.Equal("app/main", entry.Name);
        using var content = new StreamReader(entry.DataStream!);
        Assert.Equal("text", content.ReadToEnd());
    }

    [Fact]
    public void Layer_LargerThanOneStoredBlock_Unzips()
    {
        var text = new string('x', 200_000);
        var layer = SyntheticImage.Create().WithLayer("big", text).Blobs[2];
        using var unzipped = new GZipStream(new MemoryStream(layer.Content.ToArray()), CompressionMode.Decompress);
        using var content = new MemoryStream();

        unzipped.CopyTo(content);

        Assert.Contains(text, Encoding.ASCII.GetString(content.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Configuration_DiffIds_AreThoseOfTheUnzippedLayers()
    {
        var image = SyntheticImage.Create();
        using var configuration = JsonDocument.Parse(image.Configuration.Content);
        using var unzipped = new GZipStream(new MemoryStream(image.Blobs[1].Content.ToArray()), CompressionMode.Decompress);
        using var content = new MemoryStream();
        unzipped.CopyTo(content);

        var diffId = configuration.RootElement.GetProperty("rootfs").GetProperty("diff_ids")[0].GetString();

        Assert.Equal(Digest.Sha256(content.ToArray()).ToString(), diffId);
    }

    [Fact]
    public void Index_ForPlatforms_ListsThemInOrder()
    {
        var index = SyntheticIndex.ForPlatforms(SyntheticImage.Create(), "linux/amd64", "linux/arm/v7").AsDocker();
        using var manifest = JsonDocument.Parse(index.Manifest);

        var platforms = manifest.RootElement.GetProperty("manifests").EnumerateArray().Select(entry => entry.GetProperty("platform"));

        Assert.Equal(MediaTypes.DockerManifestList, index.MediaType);
        Assert.Equal(["amd64", "arm"], platforms.Select(platform => platform.GetProperty("architecture").GetString()));
    }

    [Fact]
    public void ForPlatforms_NotAPlatform_IsRefused() =>
        Assert.Throws<ArgumentException>(() => SyntheticIndex.ForPlatforms(SyntheticImage.Create(), "linux"));
}
