using System.Text.Json;
using FsCheck.Xunit;
using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Text;

/// <summary>Texts that were damaged at random: reading never throws, and what it gives is sound.</summary>
public class HostileTextTests
{
    private const string Pieces = " \t\n\r:-'\"{}[],#&*!|>%@`?~\\<=ab1.\0\u0085\u2028😀é";

    private static readonly string[] Samples =
    [
        "a: &x {b: 1, c: [d, 'e', \"f\\n\"]}\ng:\n  <<: *x\n  h: |\n    text\n    more\n  i: >-\n    folded\n    text\n---\nj: !!str 5\n",
        "%YAML 1.2\n---\n- a: b # c\n  d:\n  - e\n  - - f\n- ? g\n  : h\n...\n# end\n---\n'k': plain\n  text\n",
        "{\"a\": [1, 2.5e3, true, null, \"\\u00e9\\\"\"], \"b\": {\"c\": {}}}\n",
        "apiVersion: v1\nkind: List\nitems:\n- kind: ImageStream\n  metadata: {name: ruby, annotations: {a: '[{\"b\": 1}]'}}\r\n  spec:\r\n    tags: []\r\n",
        "a: |\nb: >-\n  c: d\ne: \"\"\nf: ''\n? |\n  g\n: |2-\n    h\n",
        "a: {{ .Values.x }}\n---\nb: ${{X}}\n---\n<<<<<<< HEAD\nc: 1\n=======\nc: 2\n>>>>>>> x\n",
    ];

    [Property(Replay = "2026,1611", MaxTest = 3000)]
    public void Read_DamagedText_IsSound(int seed, int other)
    {
        var random = new Random((seed * 7919) + other);
        var text = Damage(random, Samples[random.Next(Samples.Length)]);
        var result = Texts.Read(text, random.Next(3) == 0 ? "a.json" : "a.yaml");

        Assert.All(result.Trees, AssertSound);
        Assert.All(result.Problems, problem => AssertInText(problem.Place, text));
    }

    [Property(Replay = "2026,1613", MaxTest = 1000)]
    public void Read_DamagedDocument_LeavesTheNextAlone(int seed, int other)
    {
        var random = new Random((seed * 7919) + other);
        var text = Damage(random, Samples[0]) + "\n---\nlast: 1\n";
        var last = Texts.Read(text.Replace("\0", "", StringComparison.Ordinal)).Trees[^1];
        Assert.Equal("""{"last":1}""", last.Json());
    }

    [Property(Replay = "2026,1615", MaxTest = 1000)]
    public void Create_RandomScalar_IsSound(int seed, int other)
    {
        var random = new Random((seed * 7919) + other);
        var scalar = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => "0123456789.:-+_eExobyn~"[random.Next(23)]));
        var result = Texts.Read($"name: {scalar}\npaused: {scalar}\nreplicas: {scalar}\nother: {scalar}\n");
        Assert.All(result.Trees, tree =>
        {
            var readings = ScalarReadings.Create(tree, 0);
            using var json = JsonDocument.Parse(tree.ToJson(0, readings.Readings));
            Assert.All(readings.Problems, problem => Assert.False(problem.IsError));
        });
    }

    private static string Damage(Random random, string text)
    {
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            var at = random.Next(text.Length + 1);
            var length = random.Next(Math.Min(6, text.Length - at + 1));
            text = random.Next(3) switch
            {
                0 => text.Insert(at, Pieces[random.Next(Pieces.Length)].ToString()),
                1 => text.Remove(at, length),
                _ => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
            };
        }

        return text;
    }

    private static void AssertSound(TextTree tree)
    {
        using var json = JsonDocument.Parse(tree.ToJson(), new JsonDocumentOptions { MaxDepth = 1000 });
        ScalarReadings.Create(tree, 0);
        for (var node = 0; node < tree.Nodes.Length; node++)
        {
            var found = tree.Nodes[node];
            Assert.InRange(found.Start, 0, found.End);
            Assert.InRange(found.End, found.Start, tree.Source.Text.Length);
            Assert.InRange(found.Next, node + 1, tree.Nodes.Length);
            Assert.True(found.Parent < 0 || (found.Start >= tree.Nodes[found.Parent].Start && found.End <= tree.Nodes[found.Parent].End));
            Assert.NotNull(tree.GetText(node));
            AssertInText(tree.FindNearestPlace(tree.GetPath(node) + "[0].x"), tree.Source.Text);
        }
    }

    private static void AssertInText(TextPlace place, string text)
    {
        var lines = text.Split('\n');
        Assert.InRange(place.Line, 1, lines.Length);
        Assert.InRange(place.Column, 1, lines[place.Line - 1].Length + 1);
    }
}
