using FsCheck.Xunit;
using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Mentions;

/// <summary>The laws of edits of image names: the edited name is there, all others are as before, and so is every other character.</summary>
public class MentionEditLawTests
{
    private static readonly Lazy<ImageMention[][]> Files = new(() =>
    [
        .. MentionFiles.FindAll()
            .Select(file => ImageMentionSet.LoadAsync([Path.Join(MentionFiles.Folder, file)]).GetAwaiter().GetResult())
            .Select(set => set.Mentions.ToArray())
            .Where(mentions => mentions.Any(mention => mention.CanEdit)),
    ]);

    [Property(Replay = "2026,1641", MaxTest = 4000)]
    public void Edit_OneName_ChangesThatNameAndNoOther(int seed, int other)
    {
        var random = new Random((seed * 7919) + other);
        var old = Choose(random, Files.Value);
        var set = Reload(old);
        ImageMention[] editable = [.. set.Mentions.Where(mention => mention.CanEdit)];
        var edit = CreateEdit(random, Choose(random, editable));
        if (TryEdit(set, [edit]) is not { } change)
        {
            return;
        }

        AssertMeaning(set, [edit], change);
        AssertOtherText(edit.Mention, change);
    }

    [Property(Replay = "2026,1643", MaxTest = 2000)]
    public void Edit_AllNamesAtOnce_AreAllThere(int seed, int other)
    {
        var random = new Random((seed * 7919) + other);
        var set = Reload(Choose(random, Files.Value));
        var digest = RandomDigest(random);
        ImageMentionEdit[] edits = [.. set.Mentions.Where(mention => mention.CanEdit).Select(mention => mention.WithDigest(digest))];

        AssertMeaning(set, edits, Assert.IsType<FileChange>(TryEdit(set, edits)));
    }

    [Property(Replay = "2026,1645", MaxTest = 1000)]
    public void Edit_AndBack_IsTheTextAsItWas(int seed, int other)
    {
        var random = new Random((seed * 7919) + other);
        var set = Reload(Choose(random, Files.Value));
        var mention = Choose(random, [.. set.Mentions.Where(mention => mention.CanEdit && mention.Digest.Length > 0)]);
        if (mention is null || TryEdit(set, [mention.WithDigest(RandomDigest(random))]) is not { } change)
        {
            return;
        }

        var edited = ImageMentionSet.Parse(change.After, mention.Place.File, mention.Format);
        var back = edited.Mentions[set.Mentions.ToList().IndexOf(mention)].WithDigest(mention.Digest);
        Assert.Equal(change.Before, Assert.Single(edited.Edit([back])).After);
    }

    private static T Choose<T>(Random random, T[] items) => items.Length == 0 ? default! : items[random.Next(items.Length)];

    private static ImageMentionSet Reload(ImageMention[] mentions) =>
        ImageMentionSet.Parse(mentions[0].File.Text, mentions[0].File.Name, mentions[0].Format);

    private static string RandomDigest(Random random) =>
        $"sha256:{string.Concat(Enumerable.Range(0, 64).Select(_ => "0123456789abcdef"[random.Next(16)]))}";

    private static ImageMentionEdit CreateEdit(Random random, ImageMention mention) => random.Next(4) switch
    {
        0 => mention.WithTag($"{random.Next(30)}.{random.Next(20)}-x"),
        1 => mention.WithDigest(""),
        2 => mention.WithImage($"{mention.Repository}{(random.Next(2) == 0 ? "" : "-other")}:{random.Next(9)}"),
        _ => mention.WithDigest(RandomDigest(random)),
    };

    /// <summary>Edits names; null when nothing changes, or when the new name cannot be written in one place.</summary>
    private static FileChange? TryEdit(ImageMentionSet set, ImageMentionEdit[] edits)
    {
        try
        {
            return set.Edit(edits).SingleOrDefault();
        }
        catch (ManifestEditException error)
        {
            var mention = Assert.Single(edits).Mention;
            Assert.True(error.Reason == ManifestEditFailure.NotSafe, error.Message);
            Assert.True(mention.Text.Contains('$', StringComparison.Ordinal) || mention.Format == ImageMentionFormat.HelmValues, error.Message);
            return null;
        }
    }

    private static void AssertMeaning(ImageMentionSet set, ImageMentionEdit[] edits, FileChange change)
    {
        var after = ImageMentionSet.Parse(change.After, change.File.Name, set.Mentions[0].Format);
        var expected = set.Mentions.Select(mention =>
            edits.FirstOrDefault(edit => edit.Mention == mention || IsSameVariable(edit.Mention, mention))?.Image ?? mention.Image);
        Assert.Equal(expected, after.Mentions.Select(mention => mention.Image));
        Assert.Equal(set.Problems.Count, after.Problems.Count);
    }

    private static bool IsSameVariable(ImageMention edited, ImageMention mention) =>
        edited.Text == mention.Text && edited.Text.StartsWith('$') && edited.Image == mention.Image;

    /// <summary>Asserts that what changed is on the lines of the name, or on those of the variable that has it.</summary>
    private static void AssertOtherText(ImageMention mention, FileChange change)
    {
        var start = change.Before.AsSpan().CommonPrefixLength(change.After);
        var most = Math.Min(change.Before.Length, change.After.Length) - start;
        var kept = 0;
        while (kept < most && change.Before[^(kept + 1)] == change.After[^(kept + 1)])
        {
            kept++;
        }

        var end = change.Before.Length - kept;
        var pieces = mention.Draft.Target!.Pieces;
        if (pieces.Count > 0)
        {
            Assert.Contains(pieces, piece => piece.Start <= start && end <= piece.Start + piece.Text.Length);
            return;
        }

        var line = change.Before.AsSpan(0, start).Count('\n') + 1;
        Assert.InRange(line, mention.Place.Line - 3, mention.Place.Line + 5);
        Assert.InRange(change.Before.AsSpan(start, end - start).Count('\n'), 0, 3);
    }
}
