using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Policies;

namespace ImageStreams.Conformance.Suites;

/// <summary>Versions and ranges of the suite of tag policies.</summary>
internal static class VersionCases
{
    public static JsonNode Answer(string operation, JsonElement input) => operation switch
    {
        "semverParse" => Parse(input.Text("text"), VersionSyntax.Unsigned),
        "keelParse" => Parse(input.Text("text"), VersionSyntax.Signed),
        "fluxParse" => ParseAsFlux(input.Text("text")),
        "semverCompare" => Compare(input, VersionSyntax.Unsigned),
        "keelCompare" => Compare(input, VersionSyntax.Signed),
        _ => Check(input),
    };

    private static JsonObject Parse(string text, VersionSyntax syntax) =>
        SemanticVersion.Read(text, syntax, out var fault) is { } version
            ? new JsonObject
            {
                ["major"] = version.Major.ToString(),
                ["minor"] = version.Minor.ToString(),
                ["patch"] = version.Patch.ToString(),
                ["pre"] = version.PreRelease,
                ["build"] = version.Build,
            }
            : Refuse(fault);

    private static JsonObject ParseAsFlux(string text) =>
        text.Count(c => c == '.') < 2 ? Errors.OfKind("invalid") : Parse(text, VersionSyntax.Unsigned);

    private static JsonObject Compare(JsonElement input, VersionSyntax syntax)
    {
        var left = SemanticVersion.Read(input.Text("a"), syntax, out var leftFault);
        var right = SemanticVersion.Read(input.Text("b"), syntax, out var rightFault);
        return left is null || right is null
            ? Refuse(left is null ? leftFault : rightFault)
            : new JsonObject { ["result"] = Math.Sign(left.CompareTo(right)) };
    }

    private static JsonObject Check(JsonElement input)
    {
        if (VersionRange.Read(input.Text("range"), VersionSyntax.Unsigned) is not { } range)
        {
            return Errors.OfKind("invalidRange");
        }

        var inRange = TagPolicyCases.Names(input)
            .Where(tag => SemanticVersion.Read(tag, VersionSyntax.Unsigned, out _) is { } version && range.Allows(version));
        return TagPolicyCases.Tags(inRange);
    }

    private static JsonObject Refuse(VersionFault fault) =>
        Errors.OfKind(JsonNamingPolicy.CamelCase.ConvertName(fault.ToString()));
}
