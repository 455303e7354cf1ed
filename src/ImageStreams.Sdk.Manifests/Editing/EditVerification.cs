using System.Text.Json.Nodes;

namespace ImageStreams.Manifests;

/// <summary>Reads an edited text again, and compares it with the JSON that the same edits give.</summary>
internal sealed class EditVerification(IReadOnlyCollection<EditedDocument> edited)
{
    /// <summary>Finds a document that does not mean what its edits ask for; null when there is none.</summary>
    public EditedDocument? FindMistake(TextReadResult old, string after)
    {
        var name = edited.First().Tree.Source.Name;
        var read = TextReading.Read(new SourceText(name, after), TextLimits.Default);
        if (old.Trees.Count != read.Trees.Count || CountErrors(read) > CountErrors(old))
        {
            return edited.FirstOrDefault(document => document.IsShared()) ?? edited.First();
        }

        var byNumber = edited.ToDictionary(document => document.Tree.Document);
        for (var index = 0; index < old.Trees.Count; index++)
        {
            var document = byNumber.GetValueOrDefault(old.Trees[index].Document);
            if (!IsRight(old.Trees[index], read.Trees[index], document))
            {
                return document ?? edited.First();
            }
        }

        return null;
    }

    private static int CountErrors(TextReadResult result) => result.Problems.Count(problem => problem.IsError);

    private static bool IsRight(TextTree old, TextTree read, EditedDocument? document)
    {
        if (document is null)
        {
            return old.ToJson().AsSpan().SequenceEqual(read.ToJson());
        }

        var expected = JsonEditing.Apply(Parse(old.ToJson()), document.Edits);
        return JsonNode.DeepEquals(expected, Parse(read.ToJson()));
    }

    private static JsonNode? Parse(byte[] json) => JsonNode.Parse(json, documentOptions: JsonEditing.AnyDepth);
}
