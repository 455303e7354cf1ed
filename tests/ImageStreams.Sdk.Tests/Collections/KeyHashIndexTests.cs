using FsCheck.Xunit;
using ImageStreams.Collections;

namespace ImageStreams.Tests.Collections;

public class KeyHashIndexTests
{
    [Property(Replay = "2026,921")]
    public void Find_ListOfAnyLength_IsTheFirstWithTheName(byte[] seeds)
    {
        for (var count = 0; count < 70; count++)
        {
            var list = Enumerable.Range(0, count).Select(i => Tag(CreateName(seeds, i))).ToKeyedList();

            Assert.All(list.AsEnumerable(), item => Assert.Same(list.First(other => other.Name == item.Name), list.Find(item.Name)));
            Assert.Null(list.Find("absent"));
        }
    }

    [Fact]
    public void Find_NamesThatDifferOutsideTheHash_AreDistinguished()
    {
        var list = Enumerable.Range(0, 64).Select(i => Tag($"{(char)('!' + i)}xx")).ToKeyedList();
        Assert.All(list.AsEnumerable(), item => Assert.Same(item, list.Find(item.Name)));
    }

    /// <summary>Names of up to eight characters, longer ones, beyond ASCII, and with the padding character.</summary>
    [Fact]
    public void Find_NamesAroundTheLengthOfAPrefix_AreDistinguished()
    {
        string[] names =
        [
            "12345678", "123456789", "023456789", "1234567", "\0", "\0\0", "a", "a\0", "\0a", "é", "aé", "abcdefgé", "abcdefg",
            "\uD83D", "\uDE00",
        ];
        var list = names.Select(Tag).ToKeyedList();

        Assert.All(names.Index(), name => Assert.Equal(name.Index, list.IndexOf(name.Item)));
        Assert.Equal(-1, list.IndexOf("\0\0\0"));
        Assert.Equal(-1, list.IndexOf("023456780"));
    }

    [Fact]
    public void Find_EmptyName_IsFound()
    {
        var list = Enumerable.Range(0, 20).Select(i => Tag(new string('x', i))).ToKeyedList();
        Assert.Equal(0, list.IndexOf(""));
    }

    private static string CreateName(byte[] seeds, int i) => seeds.Length == 0 ? "" : $"t{seeds[i % seeds.Length] * i % 50}";

    private static TagReference Tag(string name) => new() { Name = name };
}
