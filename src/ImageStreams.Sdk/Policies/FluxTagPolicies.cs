using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Policies;

/// <summary>Converts the objects of Flux's image-reflector-controller.</summary>
public static class FluxTagPolicies
{
    private const string DefaultExclusion = "^.*\\.sig$";

    /// <summary>Converts an <c>ImagePolicy</c>.</summary>
    /// <param name="imagePolicy">The object as JSON.</param>
    /// <param name="imageRepository">Its <c>ImageRepository</c> as JSON; null leaves out its exclusion list.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="imagePolicy"/> is null.</exception>
    public static TagPolicyConversion Convert(string imagePolicy, string? imageRepository = null)
    {
        ArgumentNullException.ThrowIfNull(imagePolicy);
        try
        {
            using var policy = JsonDocument.Parse(imagePolicy);
            using var repository = JsonDocument.Parse(imageRepository ?? "null");
            var spec = PeerJson.Find(policy.RootElement, "spec");
            var converted = ConvertSpec(spec);
            return converted is TagPolicyConversion.Converted one ? AddRest(one, spec, repository.RootElement) : converted;
        }
        catch (JsonException e)
        {
            return Refuse(TagPolicyFailure.InvalidJson, "", $"This is not JSON: {e.Message}");
        }
    }

    private static TagPolicyConversion ConvertSpec(JsonElement spec)
    {
        var policy = new TagPolicy { Dialect = TagPolicyDialect.Flux, Parts = 3, AllowsDowngrade = true };
        var choice = PeerJson.Find(spec, "policy");
        if (PeerJson.Find(choice, "semver") is { ValueKind: JsonValueKind.Object } semver)
        {
            return Convert(policy with { Range = PeerJson.GetText(semver, "range") });
        }

        if (PeerJson.Find(choice, "alphabetical") is { ValueKind: JsonValueKind.Object } alphabetical)
        {
            return WithPick(policy with { Order = TagPolicyOrder.Alphabetical }, "alphabetical", alphabetical);
        }

        if (PeerJson.Find(choice, "numerical") is { ValueKind: JsonValueKind.Object } numerical)
        {
            var numeric = policy with { Order = TagPolicyOrder.Numeric, OnBadValue = TagPolicyBadValue.Fail };
            return WithPick(numeric, "numerical", numerical);
        }

        return new TagPolicyConversion.NoPolicy { Reason = "The object has none of the policies semver, alphabetical and numerical." };
    }

    private static TagPolicyConversion WithPick(TagPolicy policy, string name, JsonElement choice) =>
        PeerJson.GetText(choice, "order").ToUpperInvariant() switch
        {
            "" or "ASC" => Convert(policy),
            "DESC" => Convert(policy with { Pick = TagPolicyPick.Lowest }),
            _ => Refuse(TagPolicyFailure.InvalidValue, $"spec.policy.{name}.order", "The order is asc or desc."),
        };

    private static TagPolicyConversion.Converted Convert(TagPolicy policy) => new() { Policy = policy };

    private static TagPolicyConversion.Converted AddRest(
        TagPolicyConversion.Converted converted, JsonElement spec, JsonElement repository)
    {
        var filter = PeerJson.Find(spec, "filterTags");
        var policy = converted.Policy;
        if (filter.ValueKind == JsonValueKind.Object)
        {
            policy = policy with
            {
                Include = [PeerPatterns.AsExpression(PeerJson.GetText(filter, "pattern"))],
                Extract = PeerJson.GetText(filter, "extract"),
            };
        }

        return converted with
        {
            Policy = repository.ValueKind == JsonValueKind.Object
                ? policy with { Exclude = ReadExclusions(PeerJson.Find(repository, "spec")) }
                : policy,
            IsScheduled = PeerJson.GetText(spec, "digestReflectionPolicy") == "Always",
            Findings = [.. FindDifferences(spec, repository)],
        };
    }

    private static ValueList<string> ReadExclusions(JsonElement spec)
    {
        var list = PeerJson.Find(spec, "exclusionList");
        return list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0
            ? [.. list.EnumerateArray().Select(item => PeerPatterns.AsExpression(PeerJson.GetText(item)))]
            : [DefaultExclusion];
    }

    private static IEnumerable<TagPolicyFinding> FindDifferences(JsonElement spec, JsonElement repository)
    {
        if (PeerJson.Has(spec, "interval"))
        {
            yield return Note("spec.interval", "The schedule of the importer decides how often tags are listed.");
        }

        if (PeerJson.GetText(spec, "digestReflectionPolicy") == "IfNotPresent")
        {
            yield return Note("spec.digestReflectionPolicy", "The history of the tag keeps the digest of each import.");
        }

        if (PeerJson.Find(spec, "suspend").ValueKind == JsonValueKind.True)
        {
            yield return Note("spec.suspend", "The policy is not suspended.");
        }

        if (repository.ValueKind != JsonValueKind.Object)
        {
            yield return Note("spec.imageRepositoryRef", "The repository is that of the spec tag's from; its exclusion list is not read.");
        }
    }

    private static TagPolicyFinding Note(string field, string message) => new() { Field = field, Message = message };

    private static TagPolicyConversion.Invalid Refuse(TagPolicyFailure failure, string field, string message) =>
        new() { Error = TagPolicyChecks.Refuse(failure, field, message) };
}
