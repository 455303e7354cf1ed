using System.Globalization;
using ImageStreams.Serialization;

namespace ImageStreams.Manifests;

/// <summary>The problems of loading and their sentences. None has a value that may be a secret.</summary>
internal static class LoadTexts
{
    public static ManifestProblem NotFound(string path) => Create(
        ManifestProblemKind.Unreadable, AtFile(path), "There is no such file or folder; check the path.");

    public static ManifestProblem NoMatch(string path) => Create(
        ManifestProblemKind.Unreadable, AtFile(path), "No file matches the pattern; check the pattern and the folder.");

    public static ManifestProblem Unreadable(string path, Exception error) => Create(
        ManifestProblemKind.Unreadable, AtFile(path), $"It cannot be read: {ObjectNames.Show(ToReason(error))}.");

    public static ManifestProblem TooDeep(string path, int limit) => Create(
        ManifestProblemKind.TooLarge, AtFile(path), $"The folder is more than {limit} folders deep; it is not searched.");

    public static ManifestProblem FileTooLarge(string path, long limit) => Create(
        ManifestProblemKind.TooLarge,
        AtFile(path),
        string.Create(CultureInfo.InvariantCulture, $"The file is larger than {limit} bytes; it is not read. Split it, or leave it out."));

    public static ManifestProblem SetTooLarge(string path, long limit) => Create(
        ManifestProblemKind.TooLarge,
        AtFile(path),
        string.Create(CultureInfo.InvariantCulture, $"The files are larger than {limit} bytes in sum; this one is not read."));

    public static ManifestProblem TooManyFiles(string path, int limit) => Create(
        ManifestProblemKind.TooLarge,
        AtFile(path),
        string.Create(CultureInfo.InvariantCulture, $"There are more than {limit} files; those from here on are not read."));

    public static ManifestProblem NotText(SourceText start, FileEncoding encoding)
    {
        var name = encoding is FileEncoding.Utf8 or FileEncoding.Utf8WithMark ? "UTF-8" : "UTF-16";
        return Create(
            ManifestProblemKind.Syntax,
            start.GetPlace(start.Text.Length, 1),
            $"The file is binary, or not in {name}; save it as UTF-8.");
    }

    public static ManifestProblem NamelessParameter(TextPlace place) => Create(
        ManifestProblemKind.TemplateParameter, place, "The parameter has no name; add 'name'.");

    public static ManifestProblem RequiredParameter(TextPlace place, string name) => Create(
        ManifestProblemKind.TemplateParameter,
        place,
        $"The parameter {ObjectNames.Show(name)} is required and has no value; references to it stay as they are. "
        + "Give it a value, or write a default as 'value'.");

    public static ManifestProblem MalformedGenerator(TextPlace place, string name) => Create(
        ManifestProblemKind.TemplateParameter,
        place,
        $"The value of the parameter {ObjectNames.Show(name)} cannot be generated; write 'generate: expression' and in 'from' an "
        + "expression such as '[a-zA-Z0-9]{8}'.");

    public static ManifestProblem ParametersTooLarge(TextPlace place, long limit) => Create(
        ManifestProblemKind.TooLarge,
        place,
        string.Create(CultureInfo.InvariantCulture, $"The values of the parameters add up to more than {limit} characters in the objects of ")
        + "the file; references beyond that stay as they are. Shorten the values, or split the file.");

    public static ManifestProblem TooManyLabels(TextPlace place, int limit) => Create(
        ManifestProblemKind.TooLarge, place, $"The template has more than {limit} labels; those from here on are not added.");

    public static ManifestProblem Flaw(TextPlace place, TemplateFlaw flaw) => flaw.IsUnknown
        ? Create(
            ManifestProblemKind.UnknownParameter,
            place,
            $"The template has no parameter {ObjectNames.Show(flaw.Parameter)}; the reference stays as it is. Check its spelling.")
        : Create(
            ManifestProblemKind.TemplateParameter,
            place,
            $"The value of the parameter {ObjectNames.Show(flaw.Parameter)} is neither a number nor a boolean nor other JSON, so "
            + "'${{…}}' cannot stand for it; write '${…}' for a text, or give it another value.");

    public static ManifestProblem ItemIsNoObject(TextPlace place, string path) => Create(
        ManifestProblemKind.InvalidObject, place, $"{path}: An object was expected, with kind, apiVersion and metadata.");

    public static ManifestProblem ItemsAreNoList(TextPlace place, string field) => Create(
        ManifestProblemKind.InvalidObject, place, $"{field}: A list of objects was expected; begin each item with '- '.");

    public static ManifestProblem NoVersion(TextPlace place, string kind, string version) => Create(
        ManifestProblemKind.InvalidObject, place, $"The {kind} has no apiVersion; write 'apiVersion: {version}'.");

    public static ManifestProblem OtherKind(TextPlace place, ObjectType type, string meant) => Create(
        ManifestProblemKind.InvalidObject,
        place,
        $"{ObjectNames.Show(type.Group)} has no kind {ObjectNames.Show(type.Kind)}; write '{meant}'.");

    public static ManifestProblem Unreadable(TextPlace place, WireFormatException error) => Create(
        ManifestProblemKind.InvalidObject, place, $"The object cannot be read: {GetSentence(error)}");

    public static ManifestProblem TooManyCorrections(TextPlace place) => Create(
        ManifestProblemKind.TooLarge, place, "The object has too many values of a wrong type; it is not read.");

    public static ManifestProblem WrongType(TextPlace place, string path, WireFormatException error, ScalarCorrection meant)
    {
        var advice = meant.Advice.Length == 0 ? "The value is left out." : meant.Advice;
        var kind = meant.IsAmbiguous ? ManifestProblemKind.AmbiguousScalar : ManifestProblemKind.InvalidObject;
        return Create(kind, place, $"{(path.Length == 0 ? "object" : path)}: {GetSentence(error)} {advice}");
    }

    public static ManifestProblem Duplicate(ManifestObject later, ManifestObject first) => Create(
        ManifestProblemKind.Duplicate,
        later.Place,
        $"{later} is also at {first.Place}; the first one counts. Remove one of them, or give it another name or namespace.");

    private static ManifestProblem Create(ManifestProblemKind kind, TextPlace place, string message) =>
        new() { Kind = kind, Place = place, Message = message };

    private static TextPlace AtFile(string path) => new() { File = path, Line = 1, Column = 1, Document = 1, IsWholeFile = true };

    /// <summary>Gets the message of an error without its path and position, which are those of the JSON.</summary>
    private static string GetSentence(WireFormatException error)
    {
        var end = error.Message.LastIndexOf(" Path: $", StringComparison.Ordinal);
        return end < 0 ? error.Message : error.Message[..end];
    }

    private static string ToReason(Exception error) => error switch
    {
        UnauthorizedAccessException => "access is denied",
        FileNotFoundException or DirectoryNotFoundException => "it does not exist",
        _ => error.Message.TrimEnd('.'),
    };
}
