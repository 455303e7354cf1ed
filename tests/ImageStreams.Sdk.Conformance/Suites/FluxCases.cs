using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Internal;
using ImageStreams.Policies;

namespace ImageStreams.Conformance.Suites;

/// <summary>Flux in the suite of tag policies.</summary>
internal static class FluxCases
{
    public static JsonNode Answer(string operation, JsonElement input) => operation switch
    {
        "fluxSemver" => Choose(Spec("semver", "range", input), input),
        "fluxAlphabetical" => Choose(Spec("alphabetical", "order", input), input),
        "fluxNumerical" => Choose(Spec("numerical", "order", input), input),
        "fluxPolicy" => Choose(Spec(input), input),
        "fluxFilter" => Filter(input),
        "fluxExclude" => Exclude(input),
        _ => throw new NotSupportedException(operation),
    };

    private static JsonObject Spec(string policy, string field, JsonElement input) =>
        new() { ["policy"] = new JsonObject { [policy] = new JsonObject { [field] = input.Text(field) } } };

    private static JsonObject Spec(JsonElement input)
    {
        var spec = new JsonObject { ["policy"] = JsonNode.Parse(input.GetProperty("policy").GetRawText()) };
        if (input.TryGetProperty("filterTags", out var filter))
        {
            spec["filterTags"] = JsonNode.Parse(filter.GetRawText());
        }

        return spec;
    }

    private static JsonObject Choose(JsonObject spec, JsonElement input)
    {
        var conversion = FluxTagPolicies.Convert(new JsonObject { ["spec"] = spec }.ToJsonString());
        return conversion switch
        {
            TagPolicyConversion.Converted converted =>
                Answer(converted.Policy.Choose(TagPolicyCases.Candidates(input), null, DateTimeOffset.UnixEpoch)),
            TagPolicyConversion.NoPolicy => Errors.OfKind("noPolicy"),
            _ => Errors.OfKind("invalidOrder"),
        };
    }

    private static JsonObject Answer(TagChoice choice) => choice switch
    {
        TagChoice.Moved moved => TagPolicyCases.Tag(moved.Tag.Name),
        TagChoice.Invalid invalid => Errors.OfKind(JsonNamingPolicy.CamelCase.ConvertName(invalid.Error.Failure.ToString())),
        TagChoice.Nothing { Reason: TagChoiceNothing.BadValue } => Errors.OfKind("notNumeric"),
        TagChoice.Nothing { Reason: TagChoiceNothing.NothingFits } => Errors.OfKind("noMatch"),
        _ => Errors.OfKind("emptyList"),
    };

    private static JsonObject Filter(JsonElement input)
    {
        var policy = new TagPolicy
        {
            Dialect = TagPolicyDialect.Flux,
            Order = TagPolicyOrder.Alphabetical,
            Include = [PeerPatterns.AsExpression(input.Text("pattern"))],
            Extract = input.Text("extract"),
        };
        if (TagPolicyPlan.Create(policy, out var error) is not { } plan)
        {
            return Errors.OfKind(JsonNamingPolicy.CamelCase.ConvertName(error!.Failure.ToString()));
        }

        var filter = new TagFilter(plan, new PatternBudget(PatternBudget.Default));
        var items = new SortedDictionary<string, string>(Utf8Order.Comparer);
        foreach (var tag in TagPolicyCases.Names(input))
        {
            if (filter.Find(tag, out var value) is null)
            {
                items[value] = tag;
            }
        }

        return new JsonObject
        {
            ["items"] = items.Select(item => new JsonObject { ["value"] = item.Key, ["tag"] = item.Value }).ToArray(),
        };
    }

    private static JsonObject Exclude(JsonElement input)
    {
        var patterns = TagPolicyCases.Texts(input, "patterns").Select(PeerPatterns.AsExpression);
        var policy = new TagPolicy { Dialect = TagPolicyDialect.Flux, Order = TagPolicyOrder.Alphabetical, Exclude = [.. patterns] };
        return TagPolicyPlan.Create(policy, out _) is { } plan
            ? TagPolicyCases.Filter(plan, input, null)
            : Errors.OfKind("invalidPattern");
    }
}
