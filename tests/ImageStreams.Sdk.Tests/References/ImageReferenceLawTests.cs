using System.Text;
using FsCheck.Xunit;
using ImageStreams.References;

namespace ImageStreams.Tests.References;

/// <summary>Laws that hold for every text.</summary>
[Properties(Arbitrary = [typeof(SpecTexts)], MaxTest = 2000)]
public class ImageReferenceLawTests
{
    [Property(Replay = "2026,1")]
    public void Parse_AnyText_AgreesWithTheRegularExpression(SpecText text) =>
        Assert.Equal(GrammarOracle.Parse(text.Value), FindErrorKind(text.Value));

    [Property(Replay = "2026,3")]
    public void TryParse_AnyText_StringSpanAndUtf8Agree(SpecText text)
    {
        var isValid = ImageReference.TryParse(text.Value, out var reference);

        Assert.Equal(isValid, ImageReference.TryParse(text.Value.AsSpan(), out var fromSpan));
        Assert.Equal(isValid, ImageReference.TryParse(Encoding.UTF8.GetBytes(text.Value), out var fromUtf8));
        Assert.Equal(reference, fromSpan);
        Assert.Equal(reference, fromUtf8);
    }

    [Property(Replay = "2026,5")]
    public void Parse_InvalidText_FailsAtAnIndexInTheText(SpecText text)
    {
        if (!ImageReference.TryParse(text.Value, out _))
        {
            var e = Assert.Throws<ImageReferenceFormatException>(() => ImageReference.Parse(text.Value));
            Assert.InRange(e.Index, 0, text.Value.Length);
            Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
        }
    }

    [Property(Replay = "2026,7")]
    public void ToString_ReferenceWithoutOmittedParts_ParsesToTheSameReference(SpecText text)
    {
        if (ImageReference.TryParse(text.Value, out var reference) && IsPrintedWhole(reference))
        {
            Assert.Equal(text.Value, reference.ToString());
            Assert.Equal(reference, ImageReference.Parse(reference.ToString()));
        }
    }

    [Property(Replay = "2026,9")]
    public void ToString_AnyReference_IsTheSameAfterParsing(SpecText text)
    {
        if (ImageReference.TryParse(text.Value, out var reference) && reference.Name.Length > 0)
        {
            var printed = reference.ToString();
            Assert.Equal(printed, ImageReference.Parse(printed).ToString());
        }
    }

    [Property(Replay = "2026,11")]
    public void FromParts_PartsOfAParsedReference_IsEqualWithTheSameHash(SpecText text)
    {
        if (ImageReference.TryParse(text.Value, out var parsed))
        {
            var composed = ImageReference.FromParts(
                parsed.Registry, parsed.Namespace, parsed.Name, parsed.Tag, parsed.Id);
            Assert.Equal(parsed, composed);
            Assert.Equal(parsed.GetHashCode(), composed.GetHashCode());
            Assert.Equal(parsed.ToString(), composed.ToString());
        }
    }

    [Property(Replay = "2026,13")]
    public void Forms_AppliedTwice_AreTheSame(SpecText text)
    {
        if (ImageReference.TryParse(text.Value, out var reference))
        {
            AssertIdempotent(reference, r => r.ToDockerClientDefaults());
            AssertIdempotent(reference, r => r.ToMinimal());
            AssertIdempotent(reference, r => r.ToDaemonMinimal());
            AssertIdempotent(reference, r => r.ToRepository());
            AssertIdempotent(reference, r => r.ToV2());
            AssertIdempotent(reference, r => r.ToMostSpecific());
        }
    }

    [Property(Replay = "2026,15")]
    public void DockerReferenceComparer_ReferenceAndItsDefaults_AreEqualWithTheSameHash(SpecText text)
    {
        if (ImageReference.TryParse(text.Value, out var reference))
        {
            var comparer = DockerReferenceComparer.Instance;
            var explicitly = reference.ToDockerClientDefaults();
            Assert.True(comparer.Equals(reference, explicitly));
            Assert.Equal(comparer.GetHashCode(reference), comparer.GetHashCode(explicitly));
        }
    }

    private static void AssertIdempotent(ImageReference reference, Func<ImageReference, ImageReference> form) =>
        Assert.Equal(form(reference), form(form(reference)));

    /// <summary>References of which ToString omits nothing (a tag beside a digest, a lone registry) and adds nothing.</summary>
    private static bool IsPrintedWhole(ImageReference reference) =>
        reference.Name.Length > 0
        && (reference.Tag.Length == 0 || reference.Id.Length == 0)
        && (reference.Namespace.Length > 0 || !reference.IsDockerHub);

    private static ReferenceFailure? FindErrorKind(string text)
    {
        try
        {
            _ = ImageReference.Parse(text);
            return null;
        }
        catch (ImageReferenceFormatException e)
        {
            return e.Reason;
        }
    }
}
