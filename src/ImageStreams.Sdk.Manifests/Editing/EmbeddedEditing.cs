namespace ImageStreams.Manifests;

/// <summary>Edits a JSON text that a scalar has.</summary>
internal static class EmbeddedEditing
{
    /// <summary>Edits a text; it keeps its form.</summary>
    public static string Edit(string text, EditNode edits)
    {
        var source = new SourceText("text.json", text);
        var result = TextReading.Read(source, TextLimits.Default);
        if (result.Problems.Count > 0 || result.Trees.Count != 1)
        {
            throw EditErrors.TypeMismatch(edits.Request);
        }

        return DocumentEditing.Edit(result.Trees[0], edits);
    }
}
