using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Policies;

namespace ImageStreams.Conformance.Suites;

/// <summary>Argo CD Image Updater in the suite of tag policies.</summary>
internal static class ArgoCdCases
{
    public static JsonNode Answer(string operation, JsonElement input) => operation switch
    {
        "argoSemver" => Choose("semver", input),
        "argoNewestBuild" => Choose("newest-build", input),
        "argoAlphabetical" => Choose("alphabetical", input),
        "argoDigest" => Choose("digest", input),
        "argoMatch" => TagPolicyCases.Filter(Plan(input), input, null),
        "argoIgnored" => TagPolicyCases.Filter(Plan(input), input, TagRejection.Excluded),
        "argoStrategy" => new JsonObject { ["strategy"] = Strategy(ArgoCdTagPolicies.ReadStrategy(input.Text("value"))) },
        "argoConstraint" => new JsonObject { ["constraint"] = ArgoCdImage.Read(input.Text("identifier")).Constraint },
        _ => throw new NotSupportedException(operation),
    };

    private static TagPolicyConversion Convert(string strategy, JsonElement input) => ArgoCdTagPolicies.Convert(
        strategy, input.Text("constraint"), input.Text("allowTags"), TagPolicyCases.Texts(input, "ignoreTags"));

    private static TagPolicyPlan Plan(JsonElement input) =>
        TagPolicyPlan.Create(((TagPolicyConversion.Converted)Convert("alphabetical", input)).Policy, out _)!;

    private static JsonObject Choose(string strategy, JsonElement input)
    {
        if (Convert(strategy, input) is not TagPolicyConversion.Converted converted)
        {
            return Errors.OfKind("constraintRequired");
        }

        return converted.Policy.Choose(TagPolicyCases.Candidates(input), null, DateTimeOffset.UnixEpoch) switch
        {
            TagChoice.Moved moved => TagPolicyCases.Tag(moved.Tag.Name),
            TagChoice.Invalid invalid => Errors.OfKind(JsonNamingPolicy.CamelCase.ConvertName(invalid.Error.Failure.ToString())),
            _ => TagPolicyCases.Tag(null),
        };
    }

    private static string Strategy(TagPolicyOrder order) => order switch
    {
        TagPolicyOrder.Created => "newest-build",
        TagPolicyOrder.Alphabetical => "alphabetical",
        TagPolicyOrder.Digest => "digest",
        _ => "semver",
    };
}
