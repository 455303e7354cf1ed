using System.Text.Json;
using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Locking;

public sealed class ImageLockSchemaTests
{
    public static TheoryData<string> Written =>
    [
        ImageLock.Empty.ToJson(),
        Locks.Both.ToJson(),
        new ImageLock { Images = [Locks.Node with { Platforms = [], Source = LockedImageSource.Cluster, Size = 0 }] }.ToJson(),
        ImageLock.Parse("""{"schemaVersion": 1, "images": {}, "other": [1, {"a": null}]}""").ToJson(),
    ];

    [Theory]
    [MemberData(nameof(Written))]
    public void GetText_EveryWrittenLock_SatisfiesTheSchema(string text) => Assert.Empty(Check(text));

    [Theory]
    [InlineData("\"schemaVersion\": 1", "\"schemaVersion\": 2", "$.schemaVersion: const")]
    [InlineData("\"size\": 500", "\"size\": -1", "$.images.docker.io/library/node:22.size: minimum")]
    [InlineData("\"source\": \"registry\"", "\"source\": \"hearsay\"", "$.images.docker.io/library/node:22.source: enum")]
    [InlineData("\"digest\": \"sha256:d", "\"digest\": \"md5:d", "$.images.docker.io/library/node:22.digest: pattern")]
    [InlineData("\"pullSpec\": \"docker.io/", "\"pull\": \"docker.io/", "$.images.docker.io/library/node:22: required")]
    public void GetText_LockThatIsNone_ViolatesTheSchema(string valid, string invalid, string violation)
    {
        var text = new ImageLock { Images = [Locks.Node] }.ToJson().Replace(valid, invalid, StringComparison.Ordinal);
        Assert.False(ImageLock.TryParse(text, out _));
        Assert.Equal([violation], Check(text));
    }

    [Fact]
    public void GetText_EveryFieldOfALock_IsDescribed()
    {
        var written = JsonDocument.Parse(Locks.Both.ToJson()).RootElement;
        var image = written.GetProperty("images").GetProperty(Locks.DotNet.Tag);
        Assert.Equal(Names(written), Names(Schema.GetProperty("properties")));
        Assert.Equal(Names(image), Names(Schema.GetProperty("definitions").GetProperty("image").GetProperty("properties")));
        Assert.Equal(
            Names(image.GetProperty("platforms").GetProperty("linux/amd64")),
            Names(Schema.GetProperty("definitions").GetProperty("platform").GetProperty("properties")));
    }

    private static JsonElement Schema => JsonDocument.Parse(ImageLockSchema.GetText()).RootElement;

    private static IReadOnlyList<string> Check(string text) => new SchemaCheck(Schema).Find(JsonDocument.Parse(text).RootElement);

    private static IEnumerable<string> Names(JsonElement value) => value.EnumerateObject().Select(member => member.Name);
}
