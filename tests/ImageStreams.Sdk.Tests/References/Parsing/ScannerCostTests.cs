using System.Text;
using ImageStreams.References;

namespace ImageStreams.Tests.References;

/// <summary>The cost of hostile texts: no allocation, and work linear in their limited length.</summary>
public class ScannerCostTests
{
    private const int TenMegabytes = 10 * 1024 * 1024;

    private static readonly string[] Units =
    [
        "a--", "a-", "a", "A", "-", "a.", "a_", "a__", "a/", "/", ".", ":", "@", "a:", "1", "a.b:1/", "a@b", "\u212A",
        "sha256:", "a+", "0123456789abcdef", "\u0000", "\u00E9", "A-a.", "Aa/",
    ];

    private static readonly string[] Beginnings = ["", "h.io/", "h.io:", "foo:", "foo@", "foo@a", "foo@sha256:"];

    public static TheoryData<string> RepeatedUnits => [.. Units];

    [Fact]
    public void Parse_TenMegabytes_IsRejectedUnreadAndNotCopied()
    {
        var text = Repeat("a--", TenMegabytes);
        _ = Assert.Throws<ImageReferenceFormatException>(() => ImageReference.Parse(text));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var e = Assert.Throws<ImageReferenceFormatException>(() => ImageReference.Parse(text));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal((ReferenceFailure.TooLong, 0), (e.Reason, e.Index));
        Assert.Equal(text[..256] + "…", e.Value);
        Assert.InRange(allocated, 0, 64 * 1024);
    }

    [Fact]
    public void Parse_TenMegabytesOfUtf8_IsRejectedAtTheLimit()
    {
        var text = Encoding.UTF8.GetBytes(Repeat("a--", TenMegabytes));

        var e = Assert.Throws<ImageReferenceFormatException>(() => ImageReference.Parse(text));

        Assert.Equal(ReferenceFailure.TooLong, e.Reason);
    }

    /// <summary>
    /// Every text has the maximum length. A scanner that looked at each character once per character would
    /// take 4 billion steps for each of the 175, and one that tries all possible matches would not end.
    /// </summary>
    [Theory]
    [MemberData(nameof(RepeatedUnits))]
    public void Parse_LongestText_AgreesWithTheRegularExpression(string unit)
    {
        foreach (var beginning in Beginnings)
        {
            var text = Repeat(unit, ImageReference.MaxLength, beginning);
            var e = Assert.Throws<ImageReferenceFormatException>(() => ImageReference.Parse(text));
            Assert.Equal(GrammarOracle.Parse(text), e.Reason);
        }
    }

    [Theory]
    [InlineData(0, ReferenceFailure.NameTooLong)]
    [InlineData(1, ReferenceFailure.TooLong)]
    public void Parse_AroundTheLimit_IsReadUpToIt(int beyond, ReferenceFailure kind)
    {
        var text = new string('a', ImageReference.MaxLength + beyond);

        Assert.Equal(kind, Assert.Throws<ImageReferenceFormatException>(() => ImageReference.Parse(text)).Reason);
    }

    [Theory]
    [MemberData(nameof(RepeatedUnits))]
    public void TryParse_InvalidText_AllocatesNothing(string unit)
    {
        var text = Repeat(unit, 2000, "foo:");
        var utf8 = Encoding.UTF8.GetBytes(text);

        Assert.Equal(0, AllocatedBy(() => ImageReference.TryParse(text, out _)));
        Assert.Equal(0, AllocatedBy(() => ImageReference.TryParse(text.AsSpan(), out _)));
        Assert.Equal(0, AllocatedBy(() => ImageReference.TryParse(utf8, out _)));
        Assert.Equal(0, AllocatedBy(() => Digest.TryParse(text, out _)));
        Assert.Equal(0, AllocatedBy(() => ImageStreamTagName.TryParse("no colon", out _)));
        Assert.Equal(0, AllocatedBy(() => ImageStreamTagName.TryParseLocalName("no colon", out _)));
    }

    private static long AllocatedBy(Func<bool> tryParse)
    {
        Assert.False(tryParse());
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            _ = tryParse();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeat(string unit, int length, string beginning = "") =>
        string.Concat(beginning, string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1)))[..length];
}
