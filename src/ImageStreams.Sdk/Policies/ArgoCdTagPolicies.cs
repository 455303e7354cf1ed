using ImageStreams.Collections;
using ImageStreams.Internal;

namespace ImageStreams.Policies;

/// <summary>Converts the annotations of Argo CD Image Updater.</summary>
public static class ArgoCdTagPolicies
{
    private const string Prefix = "argocd-image-updater.argoproj.io/";

    /// <summary>Converts the annotations of an application.</summary>
    /// <param name="annotations">The annotations, with <c>argocd-image-updater.argoproj.io/image-list</c>.</param>
    /// <returns>A policy for each image of the list, in its order; empty without a list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="annotations"/> is null.</exception>
    public static IReadOnlyList<ArgoCdImagePolicy> Convert(IReadOnlyDictionary<string, string> annotations)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        if (!annotations.TryGetValue($"{Prefix}image-list", out var list))
        {
            return [];
        }

        return [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(item => Convert(annotations, ArgoCdImage.Read(item)))];
    }

    /// <summary>Converts the settings of one image.</summary>
    /// <param name="strategy">The update strategy; one that is not known is <c>semver</c>.</param>
    /// <param name="constraint">The constraint: a range, or the tag for the strategy <c>digest</c>; empty for none.</param>
    /// <param name="allowTags">The tags to choose from; empty for all.</param>
    /// <param name="ignoreTags">Patterns of tags to leave out.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static TagPolicyConversion Convert(
        string strategy, string constraint, string allowTags, IEnumerable<string> ignoreTags)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentNullException.ThrowIfNull(constraint);
        ArgumentNullException.ThrowIfNull(allowTags);
        ArgumentNullException.ThrowIfNull(ignoreTags);
        var order = ReadStrategy(strategy);
        if (order == TagPolicyOrder.Digest && constraint.Length == 0)
        {
            return new TagPolicyConversion.Invalid
            {
                Error = TagPolicyChecks.Refuse(TagPolicyFailure.TagRequired, "", "The strategy digest needs a tag as its constraint."),
            };
        }

        var findings = new List<TagPolicyFinding>();
        var policy = new TagPolicy
        {
            Dialect = TagPolicyDialect.ArgoCd,
            Order = order,
            Range = order == TagPolicyOrder.SemVer ? constraint : null,
            Tag = order == TagPolicyOrder.Digest ? constraint : null,
            Parts = 1,
            AllowsDowngrade = true,
            Include = ReadAllowed(allowTags, findings),
            Exclude = [.. ReadIgnored(ignoreTags, findings)],
        };
        return new TagPolicyConversion.Converted
        {
            Policy = policy,
            IsScheduled = order == TagPolicyOrder.Digest,
            Findings = [.. findings],
        };
    }

    /// <summary>Returns the order of an update strategy, in any case.</summary>
    internal static TagPolicyOrder ReadStrategy(string strategy) => strategy.ToLowerInvariant() switch
    {
        "latest" or "newest-build" => TagPolicyOrder.Created,
        "name" or "alphabetical" => TagPolicyOrder.Alphabetical,
        "digest" => TagPolicyOrder.Digest,
        _ => TagPolicyOrder.SemVer,
    };

    private static ArgoCdImagePolicy Convert(IReadOnlyDictionary<string, string> annotations, ArgoCdImage image)
    {
        string Get(string name) =>
            annotations.GetValueOrDefault($"{Prefix}{image.Alias.Replace('/', '_')}.{name}")
            ?? annotations.GetValueOrDefault($"{Prefix}{name}", "");
        var ignored = Get("ignore-tags").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new ArgoCdImagePolicy
        {
            Alias = image.Alias,
            Image = image.Name,
            Conversion = Convert(Get("update-strategy"), image.Constraint, Get("allow-tags"), ignored),
        };
    }

    private static ValueList<string> ReadAllowed(string allowTags, List<TagPolicyFinding> findings)
    {
        if (allowTags.Length == 0 || allowTags.Equals("any", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        const string mark = "regexp:";
        var isExpression = allowTags.StartsWith(mark, StringComparison.OrdinalIgnoreCase);
        var expression = isExpression ? allowTags[mark.Length..] : "";
        if (isExpression && PatternParser.Parse(expression, out _) is not null)
        {
            return [PeerPatterns.AsExpression(expression)];
        }

        findings.Add(new() { Field = "allow-tags", Message = "Argo CD Image Updater does not read this value, and allows no tag at all." });
        return [PeerPatterns.Nothing];
    }

    private static IEnumerable<string> ReadIgnored(IEnumerable<string> ignoreTags, List<TagPolicyFinding> findings)
    {
        foreach (var pattern in ignoreTags)
        {
            if (PeerPatterns.FromPath(pattern) is { } expression)
            {
                yield return expression;
            }
            else
            {
                findings.Add(new() { Field = "ignore-tags", Message = $"The pattern '{PrintableText.Escape(pattern, 64)}' is malformed, and ignores nothing." });
            }
        }
    }
}
