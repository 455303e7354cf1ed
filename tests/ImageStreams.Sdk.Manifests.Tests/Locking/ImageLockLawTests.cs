using FsCheck.Xunit;
using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Locking;

/// <summary>The laws of the text: it reads back as the same lock, and no text does more than fail with a typed error.</summary>
public sealed class ImageLockLawTests
{
    [Property(Replay = "(1,1)", MaxTest = 200)]
    public bool Parse_OfAnyWrittenLock_IsTheLock(int seed)
    {
        var random = CreateLock(new Random(seed));
        var text = random.ToJson();
        return ImageLock.Parse(text) == random && ImageLock.Parse(text).ToJson() == text && random.Diff(ImageLock.Parse(text)).IsEmpty;
    }

    [Property(Replay = "(1,1)", MaxTest = 300)]
    public void Parse_OfADamagedLock_FailsWithATypedErrorOrReadsALock(int seed)
    {
        var random = new Random(seed);
        var text = Locks.Both.ToJson();
        var at = random.Next(text.Length);
        var damaged = random.Next(3) switch
        {
            0 => text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at)),
            1 => text.Insert(at, ((char)random.Next(1, 0x3000)).ToString()),
            _ => text[..at],
        };
        if (!ImageLock.TryParse(damaged, "l.json", out var read, out var error))
        {
            Assert.NotEmpty(error.Explanation);
            return;
        }

        Assert.Equal(read, ImageLock.Parse(read.ToJson()));
    }

    [Property(Replay = "(1,1)", MaxTest = 100)]
    public bool Diff_OfTwoLocks_IsEmptyOnlyWhenTheyLockTheSame(int one, int two)
    {
        var (before, after) = (CreateLock(new Random(one)), CreateLock(new Random(two)));
        return before.Diff(after).IsEmpty == after.Diff(before).IsEmpty
            && before.Update(new ImageLookup { Images = after.Images }).Lock.Diff(before.With(after.Images)).IsEmpty;
    }

    private static ImageLock CreateLock(Random random) => new()
    {
        Images = [.. Enumerable.Range(0, random.Next(5)).Select(_ => CreateImage(random))],
    };

    private static LockedImage CreateImage(Random random) => Locks.CreateImage(
        $"quay.io/team/{CreateText(random)}:{random.Next(10)}",
        "0123456789abcdef"[random.Next(16)],
        [.. Enumerable.Range(0, random.Next(4)).Select(n => Locks.CreatePlatform($"linux/p{n}", 'a', CreateLabel(random)))]) with
    {
        Path = [.. Enumerable.Range(0, random.Next(3)).Select(n => $"ns/stream:{n}")],
        Source = (LockedImageSource)random.Next(3),
        Mirror = random.Next(2) == 0 ? null : "mirror.example.com/x",
    };

    private static string CreateText(Random random) => new([.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => (char)random.Next('a', 'z' + 1))]);

    private static string CreateLabel(Random random) =>
        new([.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => (char)random.Next(0x20, 0xD800))]);
}
