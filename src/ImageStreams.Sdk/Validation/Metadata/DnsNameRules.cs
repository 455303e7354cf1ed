using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Validates the names of objects that are DNS names.</summary>
internal static class DnsNameRules
{
    /// <summary>Finds the problems of a name that is a DNS subdomain, such as <c>web.v1</c>; a prefix may end with a dash.</summary>
    public static ValueList<string> FindSubdomainProblems(string name, bool isPrefix) => IsSubdomain(isPrefix ? Mask(name) : name)
        ? []
        : [$"'{NameTexts.Excerpt(name)}' is not a valid name: use at most {DnsNames.MaxSubdomainLength} lower-case letters and digits, "
            + "with '-' or '.' only between them."];

    /// <summary>Finds the problems of a name that is a DNS label, such as <c>web-1</c>; a prefix may end with a dash.</summary>
    public static ValueList<string> FindLabelProblems(string name, bool isPrefix) => IsLabel(isPrefix ? Mask(name) : name)
        ? []
        : [$"'{NameTexts.Excerpt(name)}' is not a valid name: use at most {DnsNames.MaxLabelLength} lower-case letters and digits, "
            + "with '-' only between them."];

    /// <summary>Determines whether a text is a DNS subdomain that is not too long.</summary>
    public static bool IsSubdomain(string name) => name.Length <= DnsNames.MaxSubdomainLength && DnsNames.IsSubdomain(name);

    /// <summary>Determines whether a text is a DNS label that is not too long.</summary>
    public static bool IsLabel(string name) => name.Length <= DnsNames.MaxLabelLength && DnsNames.IsLabel(name);

    /// <summary>Replaces the dash at the end of a prefix, which more characters follow.</summary>
    private static string Mask(string prefix) => prefix is [_, .., '-'] ? $"{prefix[..^2]}a" : prefix;
}
