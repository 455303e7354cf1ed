using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

public sealed class MirrorListMergerTests
{
    [Fact]
    public void Merge_SourceWithinOneList_EndsTheOthers() =>
        Assert.Equal(["a", "c", "d", "s", "b"], MirrorListMerger.Merge("s", [["a", "s", "b"], ["c", "d"]]));

    [Fact]
    public void Merge_SourceAtTheEndOfEveryList_IsLeftOut() =>
        Assert.Equal(["a", "b"], MirrorListMerger.Merge("s", [["a", "s"], ["b"]]));

    [Fact]
    public void Merge_Cycle_HasEachNameOnce() =>
        Assert.Equal(["a", "b", "c"], MirrorListMerger.Merge("s", [["b", "a", "c"], ["a", "b"]]));

    [Fact]
    public void Merge_NamesOutOfAlphabet_KeepTheirOrder() =>
        Assert.Equal(["c", "a", "b"], MirrorListMerger.Merge("s", [["c", "a"], ["a", "b"]]));
}
