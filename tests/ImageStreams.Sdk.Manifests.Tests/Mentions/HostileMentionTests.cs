using System.Diagnostics;
using System.Text;
using FsCheck.Xunit;
using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Mentions;

/// <summary>Texts that are made to cost much, or damaged at random: reading ends soon, never throws, and what it gives is sound.</summary>
public class HostileMentionTests
{
    private const int Large = 10_000_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static TheoryData<string, string> Texts
    {
        get
        {
            var data = new TheoryData<string, string>();
            string[] names = ["Dockerfile", "compose.yaml", "devcontainer.json", "action.yml", ".gitlab-ci.yml", "values.yaml", "kustomization.yaml", "a.props"];
            string[] units = ["\\", "{", "[", "(", "\"", "${A:-", "FROM <<A ", "\\\n", "/*", "<a>", "RUN <<A\n", "ARG A=$A$A\n", "- ", "a: &a [*a]\n", "# x=y\n"];
            foreach (var name in names)
            {
                foreach (var unit in units)
                {
                    data.Add(name, unit);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Parse_RepeatedUnit_EndsSoon(string name, string unit)
    {
        var start = GetStart(name);
        var text = start + new StringBuilder().Insert(0, unit, 1_000_000 / unit.Length);
        var watch = Stopwatch.StartNew();

        AssertSound(ImageMentionSet.Parse(text, name), text);

        Assert.True(watch.Elapsed < Limit, $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("Dockerfile", "FROM a:1\nRUN ")]
    [InlineData("compose.yaml", "services: {a: {image: ")]
    [InlineData("devcontainer.json", "{\"image\": \"")]
    [InlineData("a.csproj", "<Project><ContainerBaseImage>")]
    public void Parse_TenMegabytesOfBackslashes_EndsSoon(string name, string start)
    {
        var text = start + new string('\\', Large);
        var watch = Stopwatch.StartNew();

        AssertSound(ImageMentionSet.Parse(text, name), text);

        Assert.True(watch.Elapsed < Limit, $"{watch.Elapsed}");
    }

    [Fact]
    public void Parse_VariablesThatDouble_StayShort()
    {
        var text = new StringBuilder("ARG A0=x\n");
        for (var i = 1; i < 60; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"ARG A{i}=${{A{i - 1}}}${{A{i - 1}}}\n");
        }

        var set = ImageMentionSet.Parse($"{text}FROM $A59\nFROM $A2", "Dockerfile");

        Assert.Equal([null, "xxxx"], set.Mentions.Select(mention => mention.Image));
        Assert.Contains("too many variables", set.Mentions[0].Obstacle, StringComparison.Ordinal);
    }

    [Property(Replay = "2026,1647", MaxTest = 3000)]
    public void Parse_DamagedFile_IsSoundAndEditsAreSafe(int seed, int other)
    {
        var random = new Random((seed * 7919) + other);
        var files = MentionFiles.FindAll();
        var file = files[random.Next(files.Length)];
        var text = Damage(random, File.ReadAllText(Path.Join(MentionFiles.Folder, file)));

        var set = ImageMentionSet.Parse(text, file);

        AssertSound(set, text);
        foreach (var mention in set.Mentions.Where(mention => mention.CanEdit).Take(3))
        {
            AssertSafe(set, mention);
        }
    }

    private static string GetStart(string name) => name switch
    {
        "compose.yaml" => "services: {a: {image: x:1}}\nb: ",
        "devcontainer.json" => "{\"image\": \"a:1\", \"b\": ",
        "a.props" => "<Project><ContainerBaseImage>a:1</ContainerBaseImage>",
        "Dockerfile" => "FROM a:1\n",
        _ => "image: a:1\nb: ",
    };

    private static void AssertSound(ImageMentionSet set, string text)
    {
        var lines = text.AsSpan().Count('\n') + 1;
        Assert.All(set.Mentions, mention => Assert.InRange(mention.Place.Line, 1, lines));
        Assert.All(set.Mentions, mention => Assert.InRange(mention.Start + mention.Length, 1, text.Length));
        Assert.All(set.Problems, problem => Assert.InRange(problem.Place.Line, 1, lines));
    }

    private static void AssertSafe(ImageMentionSet set, ImageMention mention)
    {
        try
        {
            var change = Assert.Single(set.Edit([mention.WithTag("9.9.9")]));
            var after = ImageMentionSet.Parse(change.After, change.File.Name);
            Assert.Equal("9.9.9", after.Mentions[set.Mentions.ToList().IndexOf(mention)].Tag);
        }
        catch (ManifestEditException error)
        {
            Assert.True(error.Reason is ManifestEditFailure.NotSafe or ManifestEditFailure.Shared, $"{mention}: {error.Message}");
        }
    }

    private static string Damage(Random random, string text)
    {
        const string Pieces = " \t\n\r:-'\"{}[],#&*!|>%@`?~\\<=/$ab1.\0\u0085\u2028😀é";
        var damaged = text.TrimStart('\uFEFF');
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            var at = random.Next(damaged.Length + 1);
            var length = Math.Min(random.Next(6), damaged.Length - at);
            var piece = random.Next(3) == 0 ? "" : Pieces[random.Next(Pieces.Length)].ToString();
            damaged = damaged.Remove(at, length).Insert(at, piece);
        }

        return damaged;
    }
}
