using ImageStreams.Clients;
using ImageStreams.References;

namespace ImageStreams.Tests.Clients;

public sealed class StreamWaitTests : IDisposable
{
    private readonly EmbeddedEngine _engine = new();

    private static ImageStreamTagName Tag => EmbeddedEngine.Tag("app:1");

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task TimeLimit_WhenOver_SaysHowFarTheTagIs()
    {
        var wait = _engine.Client.WaitForTagAsync(Tag, options: OneMinute());
        _engine.Time.Advance(TimeSpan.FromMinutes(1));

        var late = await Assert.ThrowsAsync<TimeoutException>(() => wait);
        Assert.Equal($"Within 00:01:00, {Tag} did not get an image: there is no stream {Tag.StreamName}.", late.Message);
    }

    [Fact]
    public async Task TimeLimit_OfAnImport_SaysWhatIsPending()
    {
        await _engine.Client.Streams.CreateAsync(EmbeddedEngine.AStream("app", ATag("quay.io/team/app:1")));
        var wait = _engine.Client.WaitForImportsAsync(Tag.StreamName, OneMinute());
        _engine.Time.Advance(TimeSpan.FromMinutes(1));

        var late = await Assert.ThrowsAsync<TimeoutException>(() => wait);
        Assert.Equal($"Within 00:01:00, {Tag.StreamName} was not imported: 1, it has no image.", late.Message);
    }

    [Fact]
    public async Task Import_ThatFails_EndsTheWaitWithItsReason()
    {
        var client = _engine.Client;
        await client.Streams.CreateAsync(EmbeddedEngine.AStream("app", ATag("quay.io/team/nosuch:1")));
        var wait = client.WaitForImportAsync(Tag, OneMinute());
        await client.ImportDueAsync(Tag.StreamName);

        var failed = await Assert.ThrowsAsync<ImportFailedException>(() => wait);
        Assert.Equal("NotFound", failed.Condition.Reason);
        Assert.Equal($"The import of {Tag} failed (NotFound): {failed.Condition.Message}", failed.Message);
    }

    [Fact]
    public async Task Arguments_ThatCannotBe_AreRefusedAtOnce()
    {
        var client = _engine.Client;
        await Assert.ThrowsAsync<ArgumentException>(() => client.WaitForTagAsync(ImageStreamTagName.Parse("app:1")));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => client.WaitForTagAsync(Tag, options: new WaitOptions { TimeLimit = TimeSpan.Zero }));
    }

    [Theory]
    [InlineData("a", null, null, true)]
    [InlineData("b", null, null, false)]
    [InlineData(null, "a", null, false)]
    [InlineData(null, "b", 6, true)]
    [InlineData(null, null, 7, false)]
    public void Expectation_WithSeveralConditions_NeedsAll(string? image, string? other, int? generation, bool isMet)
    {
        var expectation = new TagExpectation { Image = image, OtherThanImage = other, AfterGeneration = generation };

        Assert.Equal(isMet, expectation.IsMetBy(new TagEvent { Image = "a", Generation = 7 }));
    }

    [Fact]
    public void Expectation_CreatedAfter_LeavesOutTheSameSecond()
    {
        var expectation = new TagExpectation { CreatedAfter = EmbeddedEngine.Now };

        Assert.False(expectation.IsMetBy(new TagEvent { Created = EmbeddedEngine.Now }));
        Assert.True(expectation.IsMetBy(new TagEvent { Created = EmbeddedEngine.Now.AddSeconds(1) }));
        Assert.Equal("an image created after 2024-06-01T00:00:00Z", expectation.ToString());
    }

    private static TagReference ATag(string image) =>
        new() { Name = "1", From = new ObjectReference { Kind = ReferenceKinds.DockerImage, Name = image } };

    private WaitOptions OneMinute() => new() { TimeLimit = TimeSpan.FromMinutes(1), TimeProvider = _engine.Time };
}
