using ImageStreams.Collections;
using ImageStreams.Manifests;
using ImageStreams.References;

namespace ImageStreams.Benchmarks.Quick.Growth;

/// <summary>Locks of images: the size is the number of entries, platforms or unknown fields.</summary>
internal static class LockGrowth
{
    public static IEnumerable<GrowthCase> All { get; } =
    [
        new("ImageLock.Parse, entries", 100, size => Parse(CreateLock(size, platforms: 2).ToJson())),
        new("ImageLock.Parse, platforms", 100, size => Parse(CreateLock(1, size).ToJson())),
        new("ImageLock.Parse, unknown fields", 100, size => Parse(CreateUnknown(size))),
        new("ImageLock.ToJson", 100, size => Write(CreateLock(size, platforms: 2))),
        new("ImageLock.Diff, all moved", 100, size => Diff(CreateLock(size, platforms: 2))),
    ];

    private static Func<long> Parse(string text) => () => ImageLock.Parse(text).Images.Count;

    private static Func<long> Write(ImageLock value) => () => value.ToJson().Length;

    private static Func<long> Diff(ImageLock before)
    {
        var moved = before with { Images = [.. before.Images.Select(image => image with { Digest = Digest.Sha256("moved"u8) })] };
        return () => before.Diff(moved).Count;
    }

    private static string CreateUnknown(int size) =>
        $"{{\"schemaVersion\": 1, \"images\": {{}}{string.Concat(Enumerable.Range(0, size).Select(n => $", \"x{n}\": {{\"a\": [{n}]}}"))}}}";

    private static ImageLock CreateLock(int images, int platforms)
    {
        var digest = Digest.Sha256("image"u8);
        var all = Enumerable.Range(0, platforms)
            .Select(n => new LockedPlatform { Platform = $"linux/p{n}", Digest = digest, MediaType = "m", Size = n })
            .ToValueList();
        return new ImageLock
        {
            Images =
            [
                .. Enumerable.Range(0, images).Select(n => new LockedImage
                {
                    Tag = $"quay.io/team/app:v{n}", PullSpec = $"quay.io/team/app:v{n}", Digest = digest, MediaType = "m", Size = n, Platforms = all,
                }),
            ],
        };
    }
}
