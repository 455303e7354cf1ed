using System.Text.RegularExpressions;
using ImageStreams.References;

namespace ImageStreams.Tests.References;

/// <summary>The grammar as the regular expression of its specification; linear, and slow.</summary>
internal static class GrammarOracle
{
    private const string Label = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
    private const string Host = Label + @"(?:\." + Label + ")*(?::[0-9]+)?";
    private const string Component = "[a-z0-9]+(?:(?:[._]|__|-*)[a-z0-9]+)*";
    private const string Name = "(?:" + Host + "/)?" + Component + "(?:/" + Component + ")*";
    private const string Tag = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";
    private const string Word = "[A-Za-z][A-Za-z0-9]*";
    private const string Digest = Word + "(?:[-_+.]" + Word + ")*:[0-9a-fA-F]{32,}";

    private static readonly Regex Reference = new(
        $@"\A(?<name>{Name})(?::{Tag})?(?:@(?<digest>{Digest}))?\z",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Returns the failure of a text, or null when it is a reference.</summary>
    public static ReferenceFailure? Parse(string text)
    {
        var match = Reference.Match(text);
        return text.Length == 0 ? ReferenceFailure.Empty
            : text.Length > ImageReference.MaxLength ? ReferenceFailure.TooLong
            : !match.Success && Reference.IsMatch(Lower(text)) ? ReferenceFailure.Uppercase
            : !match.Success ? ReferenceFailure.InvalidFormat
            : match.Groups["name"].Length > 255 ? ReferenceFailure.NameTooLong
            : ParseDigest(match.Groups["digest"].Value);
    }

    private static ReferenceFailure? ParseDigest(string digest)
    {
        var hexLength = digest.Length - digest.IndexOf(':', StringComparison.Ordinal) - 1;
        return digest.Split(':')[0] switch
        {
            "" => null,
            "sha256" => hexLength == 64 ? null : ReferenceFailure.DigestLength,
            "sha384" => hexLength == 96 ? null : ReferenceFailure.DigestLength,
            "sha512" => hexLength == 128 ? null : ReferenceFailure.DigestLength,
            _ => ReferenceFailure.DigestUnsupported,
        };
    }

    private static string Lower(string text) => string.Concat(text.Select(c => c switch
    {
        '\u212A' => 'k',
        '\u0130' => 'i',
        _ => char.IsAscii(c) ? char.ToLowerInvariant(c) : c,
    }));
}
