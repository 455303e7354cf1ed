using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Registries;
using static ImageStreams.Tests.Messages.WrongUse;

namespace ImageStreams.Tests.Messages;

internal static class ReferenceMistakes
{
    private static readonly string[] Images =
    [
        "", " ", "https://quay.io/x:3", "docker://quay.io/x:3", "quay.io/x:", "quay.io/X:3", "quay.io/x y:3", "quay.io//x", "quay.io/x@sha256:abc",
        "quay.io/x:3:4", ":3", "@sha256:abc", "quay.io/x:tag with blank", "-x", "quay.io/x:" + new string('a', 129), new string('a', 5000),
    ];

    private static readonly string[] Tags = ["", "ruby", "shop/ruby", "shop/ruby:", "shop/:3", "/ruby:3", "a/b/c:3", "shop/ruby:3:4", "shop/ruby@sha256:abc"];

    private static readonly string[] StreamImages = ["", "shop/ruby", "shop/ruby:3", "shop/ruby@", "shop/@sha256:abc", "a/b/c@sha256:abc"];

    private static readonly string[] Streams = ["", "shop/", "/ruby", "a/b/c", "shop/ruby:3"];

    private static readonly string[] Digests = ["", "abc", "sha256:", "sha256:abc", "sha256:" + new string('g', 64), "md5:" + new string('0', 32)];

    private static readonly string[] Times = ["", "yesterday", "2024-13-01T00:00:00Z", "2024-01-01"];

    private static readonly string[] Platforms = ["", "linux", "linux/", "linux/arm64/v8/x"];

    private static readonly string[] Scopes = ["", "https://quay.io", "quay.io/", "*.*", "quay.io:port"];

    public static IEnumerable<WrongUse> All =>
    [
        .. Parse("ImageReference.Parse", Images, text => ImageReference.Parse(text)),
        From("ImageReference.Parse(null)", () => ImageReference.Parse((string)null!)),
        .. Parse("ImageStreamTagName.Parse", Tags, text => ImageStreamTagName.Parse(text)),
        .. Parse("ImageStreamTagName.ParseLocalName", ["", "ruby", ":3", "ruby:"], text => ImageStreamTagName.ParseLocalName(text)),
        .. Parse("ImageStreamImageName.Parse", StreamImages, text => ImageStreamImageName.Parse(text)),
        .. Parse("ImageStreamName.Parse", Streams, text => ImageStreamName.Parse(text)),
        .. Parse("Digest.Parse", Digests, text => Digest.Parse(text)),
        .. Parse("Timestamp.Parse", Times, text => Timestamp.Parse(text)),
        .. Parse("Platform.Parse", Platforms, text => Platform.Parse(text)),
        .. Parse("RegistryScope.Parse", Scopes, text => RegistryScope.Parse(text)),
    ];

    private static IEnumerable<WrongUse> Parse(string method, IEnumerable<string> texts, Action<string> parse) =>
        texts.Select(text => From($"{method}({Show(text)})", () => parse(text)));

    private static string Show(string text) => text.Length <= 80 ? $"\"{text}\"" : $"\"{text[..20]}...\", {text.Length} characters";
}
