using System.Text;
using ImageStreams.References;

namespace ImageStreams.Fuzz;

/// <summary>The order of tags: each way round, and sorted in any order, the same.</summary>
internal sealed class TagOrderTarget(byte[][] seeds) : FuzzTarget("tag-order", seeds, Tokens.Names)
{
    public override void Check(ReadOnlySpan<byte> input)
    {
        var half = input.Length / 2;
        var (a, b) = (Encoding.UTF8.GetString(input), Encoding.UTF8.GetString(input[half..]));
        var c = Encoding.UTF8.GetString(input[..half]);
        Expect.Equal(
            Math.Sign(TagPriority.Instance.Compare(a, b)), -Math.Sign(TagPriority.Instance.Compare(b, a)), "the order is one");
        TagPriority.Classify(a);

        string[] sorted = [a, b, c];
        TagPriority.Sort(sorted);
        for (var i = 1; i < sorted.Length; i++)
        {
            Expect.That(TagPriority.Instance.Compare(sorted[i - 1], sorted[i]) <= 0, "sorted tags are in order");
        }
    }
}
