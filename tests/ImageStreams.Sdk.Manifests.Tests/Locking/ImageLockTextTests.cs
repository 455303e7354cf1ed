using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Locking;

public sealed class ImageLockTextTests
{
    [Fact]
    public void ToJson_TwoEntries_IsTheFormatOfThePage() => Assert.Equal(Golden.Replace("\r\n", "\n", StringComparison.Ordinal), Locks.Both.ToJson());

    [Fact]
    public void ToJson_AnyOrder_IsTheSame()
    {
        var turned = Locks.DotNet with { Platforms = [.. Locks.DotNet.Platforms.Reverse()] };
        Assert.Equal(Locks.Both.ToJson(), (Locks.Both with { Images = [Locks.Node, turned] }).ToJson());
    }

    [Fact]
    public void Parse_WrittenLock_IsTheSameLock()
    {
        Assert.Equal(Locks.Both, ImageLock.Parse(Locks.Both.ToJson()));
        Assert.Equal(Locks.Both, ImageLock.Parse('\uFEFF' + Locks.Both.ToJson().Replace("\n", "\r\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void ToJson_OneEntryMoves_ChangesItsLinesAlone()
    {
        var moved = Locks.Both.With(Locks.Node with { Digest = Locks.CreateDigest('f') });
        var before = Locks.Both.ToJson().Split('\n');
        var after = moved.ToJson().Split('\n');
        Assert.Equal(before.Length, after.Length);
        Assert.Single(before.Zip(after), lines => lines.First != lines.Second);
    }

    [Fact]
    public void ToJson_UnknownFields_AreWrittenBackAfterTheKnownOnes()
    {
        var text = Locks.Both.ToJson()
            .Replace("\"schemaVersion\": 1,", "\"note\": {\"b\": [1.50, null], \"a\": \"é\"},\n  \"schemaVersion\": 1,", StringComparison.Ordinal)
            .Replace("\"size\": 500,", "\"size\": 500, \"reviewedBy\": \"ann\",", StringComparison.Ordinal);
        var written = ImageLock.Parse(text).ToJson();
        Assert.Contains("      \"reviewedBy\": \"ann\"\n    }", written, StringComparison.Ordinal);
        Assert.EndsWith("  \"note\": {\n    \"b\": [\n      1.50,\n      null\n    ],\n    \"a\": \"é\"\n  }\n}\n", written, StringComparison.Ordinal);
        Assert.Equal(written, ImageLock.Parse(written).ToJson());
    }

    [Fact]
    public void ToJson_LabelThatReordersALine_IsEscaped()
    {
        var platform = Locks.CreatePlatform("linux/amd64", 'e', "1\u202E0\u2066");
        var text = new ImageLock { Images = [Locks.CreateImage("quay.io/a/b:1", 'd', platform)] }.ToJson();
        Assert.Contains("\"1\\u202e0\\u2066\"", text, StringComparison.Ordinal);
        Assert.Equal("1\u202E0\u2066", ImageLock.Parse(text).Images[0].Platforms[0].Labels["org.opencontainers.image.version"]);
    }

    [Fact]
    public void ToJson_Empty_IsALockWithoutImages()
    {
        Assert.Equal("{\n  \"schemaVersion\": 1,\n  \"images\": {}\n}\n", ImageLock.Empty.ToJson());
        Assert.Equal(ImageLock.Empty, ImageLock.Parse(ImageLock.Empty.ToJson()));
    }

    [Fact]
    public void Images_OneTagTwice_KeepsTheLast()
    {
        var two = new ImageLock { Images = [Locks.Node, Locks.Node with { Size = 7 }] };
        Assert.Equal(7, Assert.Single(two.Images).Size);
    }

    [Fact]
    public void Find_EveryTag_IsFoundByItsExactName()
    {
        var many = new ImageLock { Images = [.. Enumerable.Range(0, 40).Select(n => Locks.Node with { Tag = $"quay.io/a/b:{n}" })] };
        Assert.All(many.Images, image => Assert.Same(image, many.Find(image.Tag)));
        Assert.Null(many.Find("quay.io/a/b:40"));
        Assert.Null(many.Find("quay.io/A/b:1"));
    }

    [Fact]
    public void Without_Tags_RemovesTheirEntries()
    {
        Assert.Equal([Locks.Node], Locks.Both.Without("openshift/dotnet:10.0", "quay.io/none:1").Images);
    }

    [Fact]
    public void Created_OtherZoneAndFraction_IsUtcInWholeSeconds()
    {
        var platform = Locks.CreatePlatform("linux/amd64", 'e') with { Created = new DateTimeOffset(2026, 1, 1, 1, 2, 3, 999, TimeSpan.FromHours(2)) };
        Assert.Equal(new DateTimeOffset(2025, 12, 31, 23, 2, 3, TimeSpan.Zero), platform.Created);
        Assert.Equal(TimeSpan.Zero, platform.Created!.Value.Offset);
    }

    private const string Golden = """
        {
          "$schema": "./imagestreams.lock.schema.json",
          "schemaVersion": 1,
          "images": {
            "docker.io/library/node:22": {
              "pullSpec": "docker.io/library/node:22",
              "digest": "sha256:dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd",
              "mediaType": "application/vnd.oci.image.index.v1+json",
              "size": 500,
              "source": "registry",
              "platforms": {
                "linux/amd64": {
                  "digest": "sha256:eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee",
                  "mediaType": "application/vnd.oci.image.manifest.v1+json",
                  "size": 1200,
                  "created": "2026-01-31T12:00:00Z",
                  "labels": {
                    "org.opencontainers.image.base.name": "registry.example.com/ubi9:9.5",
                    "org.opencontainers.image.version": "10.0.1"
                  }
                }
              }
            },
            "openshift/dotnet:10.0": {
              "path": [
                "openshift/dotnet:10.0",
                "openshift/dotnet:10.0-ubi9"
              ],
              "pullSpec": "registry.example.com/ubi9/dotnet-100:10.0",
              "digest": "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
              "mediaType": "application/vnd.oci.image.index.v1+json",
              "size": 741,
              "source": "registry",
              "mirror": "mirror.example.com/ubi9/dotnet-100",
              "platforms": {
                "linux/amd64": {
                  "digest": "sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
                  "mediaType": "application/vnd.oci.image.manifest.v1+json",
                  "size": 1200,
                  "created": "2026-01-31T12:00:00Z",
                  "labels": {
                    "org.opencontainers.image.base.name": "registry.example.com/ubi9:9.5",
                    "org.opencontainers.image.version": "10.0.1"
                  }
                },
                "linux/arm64/v8": {
                  "digest": "sha256:cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc",
                  "mediaType": "application/vnd.oci.image.manifest.v1+json",
                  "size": 1200,
                  "created": "2026-01-31T12:00:00Z",
                  "labels": {
                    "org.opencontainers.image.base.name": "registry.example.com/ubi9:9.5",
                    "org.opencontainers.image.version": "10.0.1"
                  }
                }
              }
            }
          }
        }

        """;
}
