using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Validation;

namespace ImageStreams.Testing.Server;

/// <summary>The rules of custom resource definitions.</summary>
internal sealed class CustomDefinitionRules : KindRules
{
    private static readonly string[] NameFields = ["plural", "singular", "kind", "listKind"];

    public override void SetDefaults(JsonObject value)
    {
        if (value.FindObject("spec") is not { } spec)
        {
            return;
        }

        spec.GetOrAddObject("conversion").SetEmpty("strategy", "None");
        if (spec.FindObject("names") is { } names && names.FindText("kind") is { Length: > 0 } kind)
        {
            names.SetEmpty("listKind", $"{kind}List");
#pragma warning disable CA1308 // Names of resources are in lower case.
            names.SetEmpty("singular", kind.ToLowerInvariant());
#pragma warning restore CA1308
        }
    }

    public override IEnumerable<FieldError> Validate(JsonObject value, JsonObject? old)
    {
        var spec = value.FindObject("spec") ?? [];
        return ValidateName(value, spec)
            .Concat(ValidateNames(spec))
            .Concat(CustomVersionRules.Validate(spec))
            .Concat(old is null ? [] : ValidateUpdate(value, spec, old.FindObject("spec") ?? []));
    }

    private static IEnumerable<FieldError> ValidateName(JsonObject value, JsonObject spec)
    {
        var name = value.FindText("metadata", "name") ?? "";
        var group = spec.FindText("group") ?? "";
        if (name != $"{spec.FindText("names", "plural")}.{group}")
        {
            yield return Invalid("metadata.name", name, $"Invalid value: \"{name}\": must be spec.names.plural+\".\"+spec.group");
        }

        if (group.Length == 0)
        {
            yield return Required("spec.group", "Required value");
        }
        else if (!group.Contains('.', StringComparison.Ordinal))
        {
            yield return Invalid("spec.group", group, $"Invalid value: \"{group}\": should be a domain with at least one dot");
        }

        var scope = spec.FindText("scope") ?? "";
        if (scope.Length == 0)
        {
            yield return Required("spec.scope", "Required value");
        }
        else if (scope is not ("Cluster" or "Namespaced"))
        {
            yield return NotSupported("spec.scope", scope, "\"Cluster\", \"Namespaced\"");
        }
    }

    private static IEnumerable<FieldError> ValidateNames(JsonObject spec)
    {
        var names = spec.FindObject("names") ?? [];
        foreach (var field in NameFields.Where(field => string.IsNullOrEmpty(names.FindText(field))))
        {
            yield return Required($"spec.names.{field}", "Required value");
        }

        if (names.FindText("listKind") is { Length: > 0 } listKind && listKind == names.FindText("kind"))
        {
            yield return Invalid(
                "spec.names.listKind", listKind, $"Invalid value: \"{listKind}\": kind and listKind may not be the same");
        }

        if (spec.FindText("conversion", "strategy") is { } strategy and not "None")
        {
            yield return NotSupported("spec.conversion.strategy", strategy, "\"None\"");
        }
    }

    private static IEnumerable<FieldError> ValidateUpdate(JsonObject value, JsonObject spec, JsonObject old)
    {
        string[][] kept = [["group"], ["names", "plural"], ["scope"], ["names", "kind"]];
        var count = CustomDefinitionStatus.IsEstablished(value) ? kept.Length : 2;
        foreach (var path in kept.Take(count).Where(path => spec.FindText(path) != old.FindText(path)))
        {
            var field = $"spec.{string.Join('.', path)}";
            yield return Invalid(field, spec.FindText(path), $"Invalid value: \"{spec.FindText(path)}\": field is immutable");
        }

        var versions = spec.FindItems("versions").Select(static version => version.FindText("name")).ToHashSet();
        foreach (var (index, stored) in value.FindTexts("status", "storedVersions").Index().Where(one => !versions.Contains(one.Item)))
        {
            yield return Invalid(
                $"status.storedVersions[{index}]", stored, $"Invalid value: \"{stored}\": missing from spec.versions; "
                + "it was previously a storage version, and must remain in spec.versions until a storage migration ensures no data "
                + $"remains persisted in {stored} and removes {stored} from status.storedVersions");
        }
    }

    private static FieldError NotSupported(string field, string value, string supported) => new()
    {
        Type = FieldErrorType.NotSupported,
        Field = field,
        BadValue = value,
        Detail = $"Unsupported value: \"{value}\": supported values: {supported}",
    };
}
