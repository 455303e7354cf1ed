namespace ImageStreams.Manifests;

/// <summary>The errors of edits and their sentences. None has a value, which may be a secret.</summary>
internal static class EditErrors
{
    public static ManifestEditException InvalidPath(EditRequest request) => Create(
        request, ManifestEditFailure.InvalidPath, "the path cannot be read; write it such as spec.tags[0].from.name");

    public static ManifestEditException InvalidValue(EditRequest request) => Create(
        request, ManifestEditFailure.InvalidValue, "the value has a name twice in an object, or a string that is no text");

    public static ManifestEditException NotFound(EditRequest request) => Create(
        request, ManifestEditFailure.NotFound, "there is nothing at the path; load the file again if it has changed");

    public static ManifestEditException AlreadyExists(EditRequest request) => Create(
        request, ManifestEditFailure.AlreadyExists, "there is a value already; set it instead");

    public static ManifestEditException TypeMismatch(EditRequest request) => Create(
        request, ManifestEditFailure.TypeMismatch, "the path leads into a value of another kind");

    public static ManifestEditException Overlap(EditRequest request) => Create(
        request, ManifestEditFailure.Overlap, "another edit concerns the same value; make one edit of both");

    public static ManifestEditException Shared(EditRequest request) => Create(
        request,
        ManifestEditFailure.Shared,
        "the text belongs to an anchor or a merge key, so that other values would change, too; edit all of them alike, or replace the "
        + "alias by a copy");

    public static ManifestEditException NotSafe(EditRequest request) => Create(
        request, ManifestEditFailure.NotSafe, "the edited text would not mean what the edit asks for; edit it by hand");

    public static ManifestEditException NoFile(ManifestFile file) => Create(
        file, ManifestEditFailure.NoFile, "it was not read from a file; write the changed text where it is needed");

    public static ManifestEditException FileChanged(ManifestFile file) => Create(
        file, ManifestEditFailure.FileChanged, "the file has changed since it was loaded; load it again");

    public static ManifestEditException NotWritable(ManifestFile file, Exception error) => Create(
        file, ManifestEditFailure.NotWritable, $"the file cannot be written: {ObjectNames.Show(error.Message)}", error);

    private static ManifestEditException Create(EditRequest request, ManifestEditFailure reason, string sentence)
    {
        var place = request.FindPlace();
        return new ManifestEditException(
            reason, $"{place}: {request.Object}: {GetPath(request)}: {sentence}.", request.Edit.Path, place);
    }

    private static ManifestEditException Create(
        ManifestFile file, ManifestEditFailure reason, string sentence, Exception? inner = null) =>
        new(reason, $"{ObjectNames.Show(file.Name)}: {sentence.TrimEnd('.')}.", file.Name, null, inner);

    private static string GetPath(EditRequest request) =>
        request.Edit.Path.Length == 0 ? "the object itself" : ObjectNames.Show(request.Edit.Path);
}
