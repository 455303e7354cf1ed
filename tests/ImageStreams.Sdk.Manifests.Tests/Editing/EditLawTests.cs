using System.Text.Json.Nodes;
using FsCheck.Xunit;
using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Editing;

/// <summary>The laws of edits: the text means what the edited object means, and every line outside stays.</summary>
public class EditLawTests
{
    [Property(Replay = "2026,1621", MaxTest = 4000)]
    public void Edit_AnyText_MeansTheEditedObject(int seed, int other)
    {
        var random = new Random((seed * 7919) + other);
        var (name, text) = EditSamples.Choose(random);
        if (ChooseTree(random, name, text) is not { } tree)
        {
            return;
        }

        var edit = new RandomEdits(random, tree).Next();
        var after = Edit(name, text, tree, edit);
        if (after is not null)
        {
            AssertMeaning(name, text, after, tree, edit);
            if (!IsElsewhere(tree, edit.Path))
            {
                AssertLines(text, after, tree, edit);
            }
        }
    }

    [Property(Replay = "2026,1623", MaxTest = 2000)]
    public void Edit_SeveralAtOnce_AreAllThere(int seed, int other)
    {
        var random = new Random((seed * 7919) + other);
        var (name, text) = EditSamples.Choose(random);
        if (ChooseTree(random, name, text) is { } tree)
        {
            var edits = new RandomEdits(random, tree);
            ManifestEdit[] all = [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => edits.Next())];
            Edit(name, text, tree, all);
        }
    }

    private static TextTree? ChooseTree(Random random, string name, string text)
    {
        var trees = TextReading.Read(new SourceText(name, text), TextLimits.Default).Trees;
        var tree = trees.Count == 0 ? null : trees[random.Next(trees.Count)];
        return tree?.Nodes[0].Kind is TextNodeKind.Scalar ? null : tree;
    }

    /// <summary>Edits a text; null when it is refused for a reason that the edits have.</summary>
    private static string? Edit(string name, string text, TextTree tree, params ManifestEdit[] edits)
    {
        var file = new ManifestFile(new SourceText(name, text), FileEncoding.Utf8, null);
        try
        {
            return FileEditing.Edit(file, edits.Select(edit => Edits.Request(tree, edit)))?.After ?? text;
        }
        catch (ManifestEditException error)
        {
            var isExpected = error.Reason switch
            {
                ManifestEditFailure.Shared => text.Contains('&', StringComparison.Ordinal),
                ManifestEditFailure.Overlap => edits.Length > 1,
                ManifestEditFailure.AlreadyExists => edits.Length > 1,
                _ => false,
            };
            Assert.True(isExpected, $"{error.Reason} {string.Join<ManifestEdit>('\n', edits)}\n{name}\n{text}");
            return null;
        }
    }

    private static void AssertMeaning(string name, string text, string after, TextTree tree, ManifestEdit edit)
    {
        var read = TextReading.Read(new SourceText(name, after), TextLimits.Default);
        var index = TextReading.Read(new SourceText(name, text), TextLimits.Default).Trees
            .TakeWhile(other => other.Document != tree.Document).Count();
        var expected = RandomEdits.Apply(JsonNode.Parse(tree.ToJson()), edit);
        Assert.True(
            JsonNode.DeepEquals(expected, JsonNode.Parse(read.Trees[index].ToJson())), $"{edit}\n{text}\n=====\n{after}");
    }

    /// <summary>Gets a value indicating whether a path leads through an alias or a merge key, to text that stands elsewhere.</summary>
    private static bool IsElsewhere(TextTree tree, string path)
    {
        var node = 0;
        for (var reader = new TextPathReader(path); reader.MoveNext();)
        {
            var child = tree.FindChild(node, reader.Current);
            if (child >= 0 && tree.Nodes[child].Parent != node)
            {
                return true;
            }

            node = child < 0 ? node : child;
        }

        return false;
    }

    /// <summary>Asserts that the lines before and after the collection around the edit are the same, but for comments above.</summary>
    private static void AssertLines(string text, string after, TextTree tree, ManifestEdit edit)
    {
        var (before, now) = (text.Split('\n'), after.Split('\n'));
        var node = tree.FindNearest(edit.Path);
        var isOnlyValue = edit is ManifestEdit.Assignment && tree.FindNode(edit.Path) >= 0;
        node = isOnlyValue ? node : Math.Max(edit is ManifestEdit.Removal ? tree.Nodes[node].Parent : node, 0);
        var first = tree.GetPlace(node).Line - 1;
        var last = tree.Source.GetPlace(tree.Nodes[node].End, 1).Line - 1;
        var start = CountSame(before, now, first);
        Assert.True(
            before[start..first].All(line => line.AsSpan().TrimStart(" -") is [] or ['#' or '&' or '!' or '\r', ..]), $"{edit}\n{text}\n=====\n{after}");
        Array.Reverse(before);
        Array.Reverse(now);
        var outside = before.Length - 1 - last;
        Assert.True(CountSame(before, now, outside) >= outside - CountBlank(before, outside), $"{edit}\n{text}\n=====\n{after}");
    }

    private static int CountSame(string[] before, string[] after, int limit)
    {
        var count = 0;
        while (count < limit && count < after.Length && before[count].TrimEnd('\r') == after[count].TrimEnd('\r'))
        {
            count++;
        }

        return count;
    }

    /// <summary>Counts the blank lines after the edit, which may be those of a text, or come before what is inserted.</summary>
    private static int CountBlank(string[] reversed, int outside)
    {
        var count = 0;
        while (count < outside && string.IsNullOrWhiteSpace(reversed[outside - 1 - count]))
        {
            count++;
        }

        return count;
    }
}
