using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Conformance.Suites;

/// <summary>The errors of objects, and the registries that their images may come from.</summary>
internal sealed class ValidateSuite : ISuite
{
    public string Name => "validate";

    public JsonComparison Comparison { get; } = new ValidationComparison();

    public JsonNode? Answer(string operation, JsonElement input) => operation switch
    {
        "validateImageStream" => Errors(ImageStreamValidator.Validate(input.Get<ImageStream>("stream"), Allowed(input))),
        "validateImageStreamUpdate" =>
            Errors(ImageStreamValidator.ValidateUpdate(New<ImageStream>(input), Old<ImageStream>(input), Allowed(input))),
        "validateImageStreamStatusUpdate" => Errors(
            ImageStreamValidator.ValidateStatusUpdate(New<ImageStream>(input), Old<ImageStream>(input), Allowed(input))),
        "validateImageStreamTag" =>
            Errors(ImageStreamValidator.Validate(input.Get<ImageStreamTag>("tag"), Allowed(input))),
        "validateImageStreamTagUpdate" => Errors(
            ImageStreamValidator.ValidateUpdate(New<ImageStreamTag>(input), Old<ImageStreamTag>(input), Allowed(input))),
        "validateImageTag" => Errors(ImageStreamValidator.Validate(input.Get<ImageTag>("tag"), Allowed(input))),
        "validateImageTagUpdate" =>
            Errors(ImageStreamValidator.ValidateUpdate(New<ImageTag>(input), Old<ImageTag>(input), Allowed(input))),
        "validateImageStreamImport" => Errors(ImageStreamValidator.Validate(input.Get<ImageStreamImport>("import"))),
        "validateImageStreamMapping" => Errors(ImageStreamValidator.Validate(input.Get<ImageStreamMapping>("mapping"))),
        "validateImage" => Errors(ImageStreamValidator.Validate(input.Get<Image>("image"))),
        "validateImageSignature" => Errors(ImageStreamValidator.Validate(input.Get<ImageSignature>("signature"))),
        "validateImageStreamName" => Reasons(input.Text("name"), input.GetProperty("prefix").GetBoolean()),
        "wildcardMatch" =>
            new JsonObject { ["match"] = Wildcard.IsMatch(input.Text("value"), input.Text("pattern")) },
        "admitHostname" => Admission(Allowed(input).AdmitHost(input.Text("hostname"), Transport(input))),
        "admitPullSpec" => Admit(input),
        "newWhitelister" => Create(input),
        _ => throw new NotSupportedException(operation),
    };

    private static T New<T>(JsonElement input)
        where T : class, Serialization.IWireObject<T> => input.Get<T>("new");

    private static T Old<T>(JsonElement input)
        where T : class, Serialization.IWireObject<T> => input.Get<T>("old");

    private static JsonObject Errors(ValueList<FieldError> errors) => new()
    {
        ["errors"] = errors
            .OrderBy(error => error.Field, Utf8Comparer.Instance)
            .ThenBy(error => error.Reason, StringComparer.Ordinal)
            .Select(JsonNode (error) => new JsonObject
            {
                ["type"] = error.Reason,
                ["field"] = error.Field,
                ["badValue"] = Value(error.BadValue),
            })
            .ToArray(),
    };

    private static JsonValue? Value(object? value) => value switch
    {
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        long number => JsonValue.Create(number),
        _ => null,
    };

    private static JsonObject Reasons(string name, bool isPrefix)
    {
        var problems = StreamNameRules.FindProblems(name, isPrefix);
        return new JsonObject
        {
            ["reasons"] = problems.IsEmpty ? null : problems.Select(problem => (JsonNode)problem).ToArray(),
        };
    }

    private static AllowedRegistries Allowed(JsonElement input) =>
        input.GetProperty("whitelist") is { ValueKind: JsonValueKind.Object } list
            ? AllowedRegistries.Create(Registries(list), list.Text("internalRegistryHostname"))
            : AllowedRegistries.All;

    private static IEnumerable<AllowedRegistry> Registries(JsonElement list) =>
        list.GetProperty("allowedRegistries") is { ValueKind: JsonValueKind.Array } registries
            ? registries.EnumerateArray().Select(registry => new AllowedRegistry
            {
                DomainName = registry.Text("domainName"),
                Insecure = registry.TryGetProperty("insecure", out var insecure) && insecure.GetBoolean(),
            })
            : [];

    private static RegistrySecurity Transport(JsonElement input) =>
        Enum.Parse<RegistrySecurity>(input.Text("transport"), ignoreCase: true);

    private static JsonObject Admit(JsonElement input)
    {
        var repositories = input.GetProperty("whitelistedRepositories").EnumerateArray()
            .Select(repository => ImageReference.TryParse(repository.GetString(), out var parsed) ? parsed : null)
            .OfType<ImageReference>();
        return ImageReference.TryParse(input.Text("pullSpec"), out var reference)
            ? Admission(Allowed(input).WithRepositories(repositories).Admit(reference, Transport(input)))
            : new JsonObject { ["allowed"] = false, ["message"] = "" };
    }

    private static JsonObject Admission(RegistryAdmissionResult admission) => admission is RegistryAdmissionResult.Refused refused
        ? new JsonObject { ["allowed"] = false, ["message"] = refused.Message }
        : new JsonObject { ["allowed"] = true };

    private static JsonObject Create(JsonElement input)
    {
        try
        {
            _ = AllowedRegistries.Create(Registries(input));
            return new JsonObject { ["ok"] = true };
        }
        catch (RegistryPatternFormatException)
        {
            return Suites.Errors.OfKind("tooManyColons");
        }
    }
}
