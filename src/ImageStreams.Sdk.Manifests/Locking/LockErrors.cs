using System.Globalization;

namespace ImageStreams.Manifests;

/// <summary>The errors of locks and their sentences.</summary>
internal static class LockErrors
{
    private const string Renew = "'imagestreams lock update' writes it anew";

    public static ImageLockException TooLong(string file) => new(
        ImageLockFailure.TooLarge,
        string.Create(CultureInfo.InvariantCulture, $"The file is longer than {ImageLock.MaxLength:N0} characters, and no lock of images."),
        file);

    public static ImageLockException Empty(string file) => new(
        ImageLockFailure.InvalidJson, $"The file is empty; delete it: {Renew}.", file);

    public static ImageLockException MergeConflict(TextPlace place) => new(
        ImageLockFailure.MergeConflict,
        $"The file has the markers of a merge that is not resolved; take either side, then run 'imagestreams lock update'.",
        place.File,
        place);

    public static ImageLockException Syntax(ManifestProblem problem) => new(
        GetReason(problem.Kind), problem.Message, problem.Place.File, problem.Place);

    public static ImageLockException SecondValue(TextPlace place) => new(
        ImageLockFailure.InvalidJson, "A second JSON value begins here; a lock is one object.", place.File, place);

    public static ImageLockException NewerVersion(long version, TextPlace place) => new(
        ImageLockFailure.NewerVersion,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The lock is of version {version}, and this version of ImageStreams reads {ImageLock.CurrentSchemaVersion}; update it, or write the lock with an older one."),
        place.File,
        place,
        "schemaVersion");

    public static ImageLockException Missing(TextPlace place, string path, string field) => new(
        ImageLockFailure.MissingField, $"{Show(path)}: the field '{field}' is missing; {Renew}.", place.File, place, path);

    public static ImageLockException Invalid(TextPlace place, string path, string sentence) => new(
        ImageLockFailure.InvalidField, $"{Show(path)}: {sentence}.", place.File, place, path);

    public static ImageLockException NotReadable(string file, Exception error) => new(
        ImageLockFailure.NotReadable, $"The lock cannot be read: {ObjectNames.Show(error.Message.TrimEnd('.'))}.", file, inner: error);

    public static ImageLockException NotWritable(string file, Exception error) => new(
        ImageLockFailure.NotWritable, $"The lock cannot be written: {ObjectNames.Show(error.Message.TrimEnd('.'))}.", file, inner: error);

    public static ImageLockException Busy(string file, string lockFile, TimeSpan waited) => new(
        ImageLockFailure.Busy,
        string.Create(
            CultureInfo.InvariantCulture,
            $"Another process has kept the lock for {waited.TotalSeconds:0.#} seconds; end it, and delete {ObjectNames.Show(lockFile)} if it is still there."),
        file);

    private static string Show(string path) => path.Length == 0 ? "The lock" : ObjectNames.Show(path);

    private static ImageLockFailure GetReason(ManifestProblemKind kind) => kind switch
    {
        ManifestProblemKind.InvalidObject => ImageLockFailure.DuplicateName,
        ManifestProblemKind.TooLarge => ImageLockFailure.TooLarge,
        _ => ImageLockFailure.InvalidJson,
    };
}
