namespace ImageStreams.Manifests;

/// <summary>An edit with the place and the name of its object, for errors.</summary>
internal sealed record EditRequest
{
    public required ManifestEdit Edit { get; init; }

    /// <summary>The document of the object.</summary>
    public required TextTree Tree { get; init; }

    /// <summary>The path of the object in its document.</summary>
    public required string BasePath { get; init; }

    /// <summary>The kind and the name of the object.</summary>
    public required string Object { get; init; }

    /// <summary>Finds the place of the nearest value at the path; called for errors only, as it searches the object.</summary>
    public required Func<TextPlace> FindPlace { get; init; }

    public static EditRequest Create(ObjectEdit edit) => new()
    {
        Edit = edit.Edit,
        Tree = edit.Object.Tree,
        BasePath = edit.Object.Path,
        Object = edit.Object.ToString(),
        FindPlace = () => edit.Object.FindPlace(edit.Edit.Path),
    };
}
