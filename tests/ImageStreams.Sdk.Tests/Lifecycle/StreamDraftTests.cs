using ImageStreams.Lifecycle;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Lifecycle;

public class StreamDraftTests
{
    private const string Names = "bdfhjlnprtvxz";

    /// <summary>Every tag is found from every row, and what is not there from none.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(13)]
    public void FindRow_FromAnyRow_FindsTheTag(int count)
    {
        var draft = StreamDraft.Create(Names[..count].Aggregate(AnImageStream(), (stream, name) => stream.Tag($"{name}")).Build(), old: null);

        for (var near = 0; near < count; near++)
        {
            Assert.All(Enumerable.Range(0, count), row => Assert.Equal(row, draft.FindRow($"{Names[row]}", near)));
            Assert.All("acegikmoqsuwy{", name => Assert.Equal(TagFollowOrder.None, draft.FindRow($"{name}", near)));
        }

        Assert.Equal(TagFollowOrder.None, draft.FindRow("a"));
        Assert.Equal(count, draft.Count);
    }

    [Fact]
    public void Create_SpecTagsAndHistories_AreMergedByName()
    {
        var stream = AnImageStream().Tag("a").Tag("b").PointsTo('1').Tag("d").PushedTag("c").PointsTo('2').PushedTag("e").PointsTo('3').Build();
        var draft = StreamDraft.Create(stream, old: null);

        Assert.Equal(["a", "b", "c", "d", "e"], Enumerable.Range(0, draft.Count).Select(draft.GetName));
        Assert.Equal(["a", "b", null, "d", null], Enumerable.Range(0, draft.Count).Select(row => draft.FindSpecTag(row)?.Name));
        Assert.Equal(
            [null, Image('1'), Image('2'), null, Image('3')], Enumerable.Range(0, draft.Count).Select(row => draft.FindLatestEvent(row)?.Image));
    }

    [Fact]
    public void ToStream_NothingChanged_IsTheSame()
    {
        var stream = AnImageStream().Tag("a").PointsTo('1').Tag("b").Build();
        var draft = StreamDraft.Create(stream, old: null);

        draft.Add(0, AnEvent('1'));
        draft.SetSpecTag(1, stream.Spec.Tags[1]);

        Assert.Same(stream, draft.ToStream());
        Assert.False(draft.HasMoved);
    }

    [Fact]
    public void ToStream_SomeRowsChanged_ChangesThese()
    {
        var stream = AnImageStream().Tag("a").PointsTo('1').Tag("b").Tag("c").PointsTo('3').HasFailed("NotFound").Build();
        var draft = StreamDraft.Create(stream, old: null);

        draft.Add(0, AnEvent('2'));
        draft.Add(1, AnEvent('2'));
        draft.Add(1, AnEvent('4'));
        draft.ReplaceLatest(2, AnEvent('5'));
        draft.SetSpecTag(2, stream.Spec.Tags[2] with { Reference = true });
        var changed = draft.ToStream();

        Assert.True(draft.HasMoved);
        Assert.Equal([AnEvent('2'), AnEvent('1')], changed.Status.Tags[0].Items);
        Assert.Equal([AnEvent('4'), AnEvent('2')], changed.Status.Tags[1].Items);
        Assert.Equal([AnEvent('5')], changed.Status.Tags[2].Items);
        Assert.Single(changed.Status.Tags[2].Conditions);
        Assert.Equal([false, false, true], changed.Spec.Tags.Select(specTag => specTag.Reference));
        Assert.Same(stream.Spec.Tags[0], changed.Spec.Tags[0]);
    }

    [Fact]
    public void GetFollowedRows_TagsOfTheStream_AreRows()
    {
        var stream = AnImageStream().Tag("a").Follows("c").Tag("b").Follows("gone").Tag("c").Follows("ruby:a").Tag("d")
            .Tag("e").Follows("other:a").Build();

        Assert.Equal([2, -1, 0, -1, -1], StreamDraft.Create(stream, old: null).GetFollowedRows());
    }

    [Fact]
    public void ChangedRows_RowTwice_CountsOnce()
    {
        var rows = new ChangedRows(3);
        Assert.False(rows.Contains(1));

        rows.Add(1);
        rows.Add(1);
        rows.Add(2);

        Assert.Equal(2, rows.Count);
        Assert.Equal([false, true, true], Enumerable.Range(0, 3).Select(rows.Contains));
    }
}
