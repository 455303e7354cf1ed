using FsCheck;
using FsCheck.Fluent;

namespace ImageStreams.Tests.References;

/// <summary>A text that is a reference or almost one.</summary>
public sealed record SpecText(string Value);

/// <summary>Generates texts from the tokens of the grammar.</summary>
public static class SpecTexts
{
    private static readonly string[] Pieces =
    [
        "a", "b1", "foo", "9", "A", "Z", "-", "--", ".", "_", "__", "/", "/", ":", ":", "@", "5000", "localhost",
        "docker.io", "index.docker.io", "library", "latest", "h-h.io", "+", "\u212A", "\u0130", "\u00E9", " ", "\n",
        "sha256:", "sha512:", "md5:", "a+b.c:", TestDigests.Sha256, TestDigests.Hex64, new string('x', 128),
    ];

    private static readonly string[] Hosts =
        ["", "", "docker.io/", "index.docker.io/", "REG.io:5000/", "localhost/", "bar:80/", "h_h/", "-h.io/", "Foo/"];

    private static readonly string[] Paths =
        ["foo", "a/b", "a/b/c", "library/foo", "a--b/c_d/e__f", "x.y", "localhostx", "Foo", "a//b", "a___b", ""];

    private static readonly string[] Tags = ["", "", ":v1", ":latest", ":_T.a-g", ":", ":.x", ":a:b"];

    private static readonly string[] Ids =
    [
        "", "", "@" + TestDigests.Sha256, "@" + TestDigests.Sha512, "@sha256:bad", "@md5:" + TestDigests.Hex64,
        "@sha256:" + TestDigests.Hex64[..40], "@",
    ];

    public static Arbitrary<SpecText> Texts() => Gen.OneOf(Jumbles(), Shaped()).ToArbitrary();

    private static Gen<SpecText> Jumbles() =>
        Gen.Elements(Pieces).ListOf().Resize(9).Select(pieces => new SpecText(string.Concat(pieces)));

    private static Gen<SpecText> Shaped() =>
        from host in Gen.Elements(Hosts)
        from path in Gen.Elements(Paths)
        from tag in Gen.Elements(Tags)
        from id in Gen.Elements(Ids)
        select new SpecText(host + path + tag + id);
}
