using FsCheck.Xunit;
using ImageStreams.Collections;

namespace ImageStreams.Tests.Collections;

public class KeyMarksTests
{
    [Property(Replay = "2026,921")]
    public void Find_AListOfAnyLength_IsTheFirstOfItsName(byte[] seeds)
    {
        for (var count = 0; count < 70; count++)
        {
            var list = Enumerable.Range(0, count).Select(i => Tag(NameOf(seeds, i))).ToKeyedList();

            Assert.All(list.AsEnumerable(), item => Assert.Same(list.First(other => other.Name == item.Name), list.Find(item.Name)));
            Assert.Null(list.Find("absent"));
        }
    }

    [Fact]
    public void Find_NamesThatDifferOnlyWhereNobodyLooks_AreStillTold()
    {
        var list = Enumerable.Range(0, 64).Select(i => Tag($"{(char)('!' + i)}xx")).ToKeyedList();
        Assert.All(list.AsEnumerable(), item => Assert.Same(item, list.Find(item.Name)));
    }

    [Fact]
    public void Find_EmptyName_IsANameLikeAnyOther()
    {
        var list = Enumerable.Range(0, 20).Select(i => Tag(new string('x', i))).ToKeyedList();
        Assert.Equal(0, list.IndexOf(""));
    }

    private static string NameOf(byte[] seeds, int i) => seeds.Length == 0 ? "" : $"t{seeds[i % seeds.Length] * i % 50}";

    private static TagReference Tag(string name) => new() { Name = name };
}
