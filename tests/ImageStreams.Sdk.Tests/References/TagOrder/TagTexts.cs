using FsCheck;
using FsCheck.Fluent;

namespace ImageStreams.Tests.References;

/// <summary>Generates lists of tags that are versions or almost versions.</summary>
public static class TagTexts
{
    private static readonly string[] Pieces =
        ["0", "1", "2", "10", ".", ".", "-", "rc", "+b", "v", "A", "_", "\uFFEE"];

    private static readonly string[] Known =
        ["latest", "1.2", "v1.2", "1.2-rc1", "1.2.3", "v1.2.3-rc.1", "1.2.3+b", "1.2.3+c"];

    public static Arbitrary<string[]> Tags() => Tag().ArrayOf().Resize(5).ToArbitrary();

    private static Gen<string> Tag() => Gen.OneOf(
        Gen.Elements(Known),
        Gen.Elements(Pieces).ListOf().Resize(8).Select(string.Concat));
}
