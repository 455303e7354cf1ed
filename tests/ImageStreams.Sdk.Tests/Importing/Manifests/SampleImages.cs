using System.Text;
using ImageStreams.References;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Importing;

/// <summary>A small image as a registry served it, with the digests that an API server stored it under.</summary>
internal static class SampleImages
{
    public const string DigestText = "sha256:73bed0609b27e66d564e1be7bae0f3bee5ea04a282caaa9179a982dfe3ff937c";

    public const string ManifestJson = """
        {
           "schemaVersion": 2,
           "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
           "config": {
              "mediaType": "application/vnd.docker.container.image.v1+json",
              "size": 630,
              "digest": "sha256:788473ed4a49c3a27f42128cbecc3b1a76bdcf7a567ff9a3fcb7439e70ab4ab8"
           },
           "layers": [
              {
                 "mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip",
                 "size": 122,
                 "digest": "sha256:f8f53f2075a2bd5068463320d7283ca9e5be2f11e619a6567c9627cf988eab03"
              },
              {
                 "mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip",
                 "size": 111,
                 "digest": "sha256:2494ca01a6d0cb579209bccb3b416e5800c81afbd6723808ee939b62dbb0c057"
              }
           ]
        }
        """;

    /// <summary>The configuration; a line break here stands for a space there.</summary>
    public static string ConfigText { get; } = """
        {"architecture": "amd64", "os": "linux", "created": "2024-01-02T03:04:05Z", "author": "scratch",
        "config": {"Env": ["PATH=/usr/bin", "APP=app 1.0.0"], "Cmd": ["/bin/app"],
        "Labels": {"org.opencontainers.image.title": "app 1.0.0"}, "ExposedPorts": {"8080/tcp": {}},
        "WorkingDir": "/", "User": "1001"}, "rootfs": {"type": "layers", "diff_ids":
        ["sha256:1081aef338a6786be33183d7bfe6e4b7f8e69b4295c40a120e164d394d5ab3ef",
        "sha256:fbd9eecbf1358a3df074f7d1ee3c8d58bba45dc2f0a9c2039e87c38f3f7a641b"]},
        "history": [{"created": "2024-01-02T03:04:05Z", "created_by": "base"},
        {"created": "2024-01-02T03:04:05Z", "created_by": "app 1.0.0"}]}
        """.Replace('\n', ' ');

    public const string IndexText = """
        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[
        {"mediaType":"application/vnd.oci.image.manifest.v1+json","size":702,"digest":
        "sha256:fa37b2a285981dafb866c84679bef7f694e5557804dd80044a0188896833fd2c",
        "platform":{"architecture":"amd64","os":"linux"}},
        {"mediaType":"application/vnd.oci.image.manifest.v1+json","size":702,"digest":
        "sha256:e1455f92409c20af599f1fafddd342c0292864451911917aa445ec8e0cd34571",
        "platform":{"architecture":"arm64","os":"linux","variant":"v8"}}]}
        """;

    /// <summary>A schema 1 manifest of two layers, the newer one first.</summary>
    public const string Schema1Text = """
        {"schemaVersion":1,"name":"a/b","tag":"t","architecture":"amd64",
        "fsLayers":[{"blobSum":"sha256:new"},{"blobSum":"sha256:old"}],
        "history":[{"v1Compatibility":"{\"id\":\"i\",\"parent\":\"p\",\"created\":\"2015-02-21T02:11:06.7Z\",\"Size\":5}"},
        {"v1Compatibility":"not JSON"}]}
        """;

    public static ImageReference PullSpec { get; } = ImageReference.Parse("127.0.0.1:5000/test/app:1.0.0");

    public static Digest ManifestDigest { get; } = Digest.Parse(DigestText);

    public static byte[] ManifestBytes { get; } = Utf8(ManifestJson);

    public static byte[] ConfigBytes { get; } = Utf8(ConfigText);

    public static byte[] IndexBytes { get; } = Utf8(IndexText);

    /// <summary>The time of <see cref="Clock"/>, on the wire.</summary>
    public const string Now = "2026-11-23T09:36:25Z";

    public static TimeProvider Clock { get; } = new FakeTimeProvider(DateTimeOffset.Parse(Now, null));

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>An image that carries a manifest and a configuration, but nothing that follows from them.</summary>
    public static Image Raw(string manifest, string? config = null, string? mediaType = null) => new()
    {
        Metadata = new ObjectMeta { Name = DigestText },
        DockerImageManifest = manifest,
        DockerImageConfig = config,
        DockerImageManifestMediaType = mediaType,
    };
}
