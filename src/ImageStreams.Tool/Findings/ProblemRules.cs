using ImageStreams.Manifests;
using ImageStreams.Triggers;

namespace ImageStreams.Tool;

/// <summary>The rules for texts that cannot be read, or that mean something else than they seem to.</summary>
internal static class ProblemRules
{
    private static readonly Dictionary<ManifestProblemKind, SarifRule> Rules = new()
    {
        [ManifestProblemKind.Unreadable] = Create(
            "ISM1001", "unreadable-file", "A file or folder cannot be read.", "Check the path and the permissions."),
        [ManifestProblemKind.Syntax] = Create(
            "ISM1002",
            "syntax",
            "A text is neither YAML nor JSON.",
            "The rest of the folder is read. Render templates first, for example with 'helm template'."),
        [ManifestProblemKind.TooLarge] = Create(
            "ISM1003", "too-large", "A text exceeds a limit.", "Split the file, or write out its aliases."),
        [ManifestProblemKind.AmbiguousScalar] = Create(
            "ISM1004",
            "ambiguous-scalar",
            "A scalar means something else than it seems to.",
            "Write it in quotes.",
            TriggerSeverity.Warning),
        [ManifestProblemKind.InvalidObject] = Create(
            "ISM1005", "invalid-object", "An object cannot be read.", "Correct the field that the message names."),
        [ManifestProblemKind.TemplateParameter] = Create(
            "ISM1006",
            "template-parameter",
            "A parameter of a template has no value, or does not exist.",
            "Give its value with --param NAME=VALUE."),
        [ManifestProblemKind.Duplicate] = Create(
            "ISM1007",
            "duplicate-object",
            "An object stands in two places.",
            "Remove one of them, or check one environment at a time."),
    };

    private static readonly SarifRule Other = Create(
        "ISM1000", "manifest-problem", "A manifest has a problem.", "Correct what the message names.");

    /// <summary>All rules, in the order of their codes.</summary>
    public static IEnumerable<SarifRule> All => Rules.Values.OrderBy(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>Gets the rule for a kind of problem.</summary>
    public static SarifRule Get(ManifestProblemKind kind) => Rules.GetValueOrDefault(kind, Other);

    private static SarifRule Create(
        string code, string name, string title, string help, TriggerSeverity severity = TriggerSeverity.Error) =>
        new() { Code = code, Name = name, Title = title, Help = help, Severity = severity };
}
