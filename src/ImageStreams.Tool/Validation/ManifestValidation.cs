using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.Manifests;
using ImageStreams.Serialization;
using ImageStreams.Validation;
using ImageStreams.Workloads;

namespace ImageStreams.Tool;

/// <summary>Finds what an API server would refuse in manifests.</summary>
internal static class ManifestValidation
{
    /// <summary>Validates all objects.</summary>
    /// <param name="input">The manifests.</param>
    /// <param name="isStrict">True to find unknown and duplicate fields, too.</param>
    public static IEnumerable<Finding> Validate(LoadedInput input, bool isStrict) =>
        input.Manifests.Objects.SelectMany(one => isStrict ? FindFields(one).Concat(FindErrors(one)) : FindErrors(one));

    private static IEnumerable<Finding> FindFields(ManifestObject source) =>
        FindFieldProblems(source).Select(problem => CreateFinding(source, problem));

    private static ValueList<FieldProblem> FindFieldProblems(ManifestObject source) => source.Value switch
    {
        ImageStream => ImageStreamJson.FindFieldProblems<ImageStream>(source.Json.Utf8),
        Image => ImageStreamJson.FindFieldProblems<Image>(source.Json.Utf8),
        ImageStreamTag => ImageStreamJson.FindFieldProblems<ImageStreamTag>(source.Json.Utf8),
        ImageStreamImport => ImageStreamJson.FindFieldProblems<ImageStreamImport>(source.Json.Utf8),
        BuildConfig => ImageStreamJson.FindFieldProblems<BuildConfig>(source.Json.Utf8),
        Build => ImageStreamJson.FindFieldProblems<Build>(source.Json.Utf8),
        DeploymentConfig => ImageStreamJson.FindFieldProblems<DeploymentConfig>(source.Json.Utf8),
        _ => [],
    };

    private static Finding CreateFinding(ManifestObject source, FieldProblem problem)
    {
        var path = problem.Path.StartsWith("$.", StringComparison.Ordinal) ? problem.Path[2..] : problem.Path;
        var sentence = problem.Kind == FieldProblemKind.Duplicate
            ? $"The field {path} is written twice."
            : $"The field {path} does not exist{EndSentence(problem.Hint)}";
        return Finding.FromRule(ValidationRules.Get(problem.Kind), sentence, source.FindPlace(path), ToField(source, path));
    }

    private static string EndSentence(string? hint) => hint switch
    {
        null => ".",
        _ when hint.StartsWith("did you mean", StringComparison.Ordinal) => $"; {hint}?",
        _ => $"; {hint}.",
    };

    private static IEnumerable<Finding> FindErrors(ManifestObject source) => Validate(source)
        .SelectMany(error => error.Causes.IsEmpty ? [error] : error.Causes)
        .Where(error => !IsParameter(source, error) && !IsFilledIn(source, error))
        .Select(error => CreateFinding(source, error));

    /// <summary>Gets a value indicating whether the value of a field is a parameter of a template that has no value.</summary>
    private static bool IsParameter(ManifestObject source, FieldError error) =>
        source.IsInTemplate && error.BadValue is string value && value.Contains("${", StringComparison.Ordinal);

    /// <summary>Gets a value indicating whether a server fills in what is missing: the namespace of the request, and a generated name.
    /// </summary>
    private static bool IsFilledIn(ManifestObject source, FieldError error) => error is
    {
        Type: FieldErrorType.Required,
        Field: "metadata.namespace" or "metadata.name",
    } && (error.Field == "metadata.namespace" || source.Value is ApiObject { Metadata.GenerateName.Length: > 0 });

    private static ValueList<FieldError> Validate(ManifestObject source) => source.Value switch
    {
        ImageStream stream => ImageStreamValidator.Validate(stream),
        Image image => ImageStreamValidator.Validate(image),
        ImageStreamTag tag => ImageStreamValidator.Validate(tag),
        ImageStreamImport import => ImageStreamValidator.Validate(import),
        BuildConfig build => BuildConfigValidator.Validate(build),
        DeploymentConfig deployment => DeploymentConfigValidator.Validate(deployment),
        Workload workload => WorkloadValidator.Validate(workload),
        _ => [],
    };

    private static Finding CreateFinding(ManifestObject source, FieldError error)
    {
        var path = WrittenPaths.FromError(TagPaths.ToPositions(error.Field, source.Json));
        return Finding.FromRule(
            ValidationRules.Get(error.Type), $"{error.Field}: {error.Detail}", source.FindPlace(path), ToField(source, path));
    }

    private static GraphField ToField(ManifestObject source, string path) =>
        new() { Kind = source.Kind, Namespace = source.Namespace, Name = source.Name, Path = path };
}
