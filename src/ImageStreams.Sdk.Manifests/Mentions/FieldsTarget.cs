namespace ImageStreams.Manifests;

/// <summary>A name in several fields of a mapping, which are edited as manifests are.</summary>
/// <param name="tree">The document.</param>
/// <param name="path">The path of the mapping.</param>
/// <param name="place">The place of the mapping.</param>
/// <param name="plan">Plans the new texts of the fields by their names, null to remove one; null when there is none for the name.</param>
internal sealed class FieldsTarget(
    TextTree tree, string path, TextPlace place, Func<ImageText, IReadOnlyDictionary<string, string?>?> plan) : MentionTarget
{
    /// <inheritdoc/>
    public override string? FindObstacle(IReadOnlySet<int> shared) => null;

    /// <inheritdoc/>
    public override bool TryEdit(string before, string after, IReadOnlySet<int> shared, MentionChanges changes)
    {
        if (plan(ImageText.Parse(after)) is not { } fields)
        {
            return false;
        }

        foreach (var (name, text) in fields)
        {
            changes.Add(CreateRequest(name, text));
        }

        return true;
    }

    private EditRequest CreateRequest(string name, string? text) => new()
    {
        Tree = tree,
        BasePath = path,
        Object = "image",
        FindPlace = () => place,
        Edit = text is null ? ManifestEdit.Remove(name) : ManifestEdit.Set(name, Collections.RawJson.Parse(YamlScalarText.QuoteDouble(text))),
    };
}
