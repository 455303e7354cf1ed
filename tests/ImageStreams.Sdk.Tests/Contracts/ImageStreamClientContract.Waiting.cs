using ImageStreams.Clients;
using ImageStreams.References;

namespace ImageStreams.Tests.Contracts;

/// <summary>Waits for tags and imports.</summary>
public abstract partial class ImageStreamClientContract
{
    private static WaitOptions Patiently => new() { TimeLimit = Patience };

    private static ImageStreamTagName AppOne => ImageStreamTagName.FromParts(Ns, "app", "1");

    [ContractFact]
    public async Task WaitForTag_ThatHasAnImage_EndsAtOnce()
    {
        await PushAsync("app", "1", '1');

        Assert.Equal(Digest('1'), (await Client.WaitForTagAsync(AppOne, options: Patiently)).Image);
    }

    [ContractFact]
    public async Task WaitForTag_OfAStreamToCome_EndsWithItsImage()
    {
        var wait = Client.WaitForTagAsync(AppOne, options: Patiently);
        await Streams.CreateAsync(AStream("other"));
        await PushAsync("app", "1", '2');

        Assert.Equal(Digest('2'), (await wait).Image);
    }

    [ContractFact]
    public async Task WaitForTag_UntilAnotherImage_IgnoresTheOneThatItHas()
    {
        await PushAsync("app", "1", '1');
        var wait = Client.WaitForTagAsync(AppOne, new TagExpectation { OtherThanImage = Digest('1') }, Patiently);
        await Client.Mappings.CreateAsync(APush("app", "1", '2'));

        Assert.Equal(Digest('2'), (await wait).Image);
    }

    [ContractFact]
    public async Task WaitForTag_UntilAnImage_PassesOverOthers()
    {
        var wait = Client.WaitForTagAsync(AppOne, new TagExpectation { Image = Digest('3') }, Patiently);
        await PushAsync("app", "1", '1');
        await Client.Mappings.CreateAsync(APush("app", "2", '3'));
        await Client.Mappings.CreateAsync(APush("app", "1", '3'));

        Assert.Equal(Digest('3'), (await wait).Image);
    }

    [ContractFact]
    public async Task WaitForTag_OfAStreamCreatedAnew_EndsWithTheNewOne()
    {
        await Streams.CreateAsync(AStream("app"));
        var wait = Client.WaitForTagAsync(AppOne, options: Patiently);
        await Streams.DeleteAsync(Ns, "app");
        await PushAsync("app", "1", '4');

        Assert.Equal(Digest('4'), (await wait).Image);
    }

    [ContractFact]
    public async Task WaitForTag_WhoseImportFails_SaysTheReason()
    {
        var stream = await Streams.CreateAsync(AStream("app", Following("1", "quay.io/team/app:1")));
        var wait = Client.WaitForTagAsync(AppOne, options: Patiently);
        await FailAsync(stream, "1");

        var failed = await Assert.ThrowsAsync<ImportFailedException>(() => wait);
        Assert.Equal((AppOne, "NotFound", 1), (failed.Tag, failed.Condition.Reason, failed.Condition.Generation));
    }

    [ContractFact]
    public async Task WaitForTag_AfterAFailureThatIsKnown_WaitsForTheNextImport()
    {
        var failed = await FailAsync(await Streams.CreateAsync(AStream("app", Following("1", "quay.io/team/app:1"))), "1");
        var wait = Client.WaitForTagAsync(AppOne, new TagExpectation { AfterGeneration = failed.Metadata.Generation }, Patiently);
        await ImportAsync("app", "1", '5', generation: 2);

        Assert.Equal(2, (await wait).Generation);
    }

    [ContractFact]
    public async Task WaitForTag_ThatIsNotToFailWithImports_GoesOn()
    {
        await FailAsync(await Streams.CreateAsync(AStream("app", Following("1", "quay.io/team/app:1"))), "1");
        var wait = Client.WaitForTagAsync(AppOne, options: Patiently with { FailsWithImport = false });
        await ImportAsync("app", "1", '5', generation: 1);

        Assert.Equal(Digest('5'), (await wait).Image);
    }

    [ContractFact]
    public async Task WaitForImport_PassesOverTheImageOfTheSpecTagBefore()
    {
        await Streams.CreateAsync(AStream("app", Following("1", "quay.io/team/app:1")));
        await ImportAsync("app", "1", '1', generation: 1);
        var next = new ImageStreamSpec { Tags = [Following("1", "quay.io/team/app:2")] };
        await Streams.PatchAsync(Ns, "app", stream => stream with { Spec = next });
        var wait = Client.WaitForImportAsync(AppOne, Patiently);
        await ImportAsync("app", "1", '2', generation: 2);

        Assert.Equal(Digest('2'), (await wait).Image);
    }

    [ContractFact]
    public async Task WaitForImport_OfAStream_EndsWithItsLastTag()
    {
        await Streams.CreateAsync(AStream(
            "app", Following("1", "quay.io/team/app:1"), Following("2", "quay.io/team/app:2"), new TagReference { Name = "pushed" }));
        var wait = Client.WaitForImportsAsync(AppOne.StreamName, Patiently);
        await ImportAsync("app", "1", '1', generation: 1);
        await ImportAsync("app", "2", '2', generation: 1);

        Assert.Equal(["1", "2"], (await wait).Status.Tags.Select(tag => tag.Tag));
    }

    [ContractFact]
    public async Task WaitForImport_OfAStreamWithAFailedTag_NamesTheTag()
    {
        var stream = await Streams.CreateAsync(AStream("app", Following("1", "quay.io/team/app:1"), Following("2", "quay.io/team/app:2")));
        var wait = Client.WaitForImportsAsync(AppOne.StreamName, Patiently);
        await FailAsync(stream, "2");

        Assert.Equal("2", (await Assert.ThrowsAsync<ImportFailedException>(() => wait)).Tag.Tag);
    }

    [ContractFact]
    public async Task Wait_WithACanceledToken_IsCanceled()
    {
        using var end = new CancellationTokenSource();
        var wait = Client.WaitForTagAsync(AppOne, cancellationToken: end.Token);
        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    private Task<ImageStream> FailAsync(ImageStream stream, string tag)
    {
        var failure = new TagEventCondition
        {
            Type = TagEventCondition.ImportSuccess,
            Status = ConditionStatus.False,
            Reason = "NotFound",
            Message = "none",
            Generation = 1,
        };
        var history = new NamedTagEventList { Tag = tag, Conditions = [failure] };
        return Streams.UpdateStatusAsync(stream with { Status = stream.Status with { Tags = stream.Status.Tags.Set(history) } });
    }

    private async Task ImportAsync(string name, string tag, char digit, long generation)
    {
        var stream = await Streams.GetAsync(Ns, name);
        var moved = new TagEvent { Image = Digest(digit), DockerImageReference = $"quay.io/team/app@{Digest(digit)}", Generation = generation };
        var history = new NamedTagEventList { Tag = tag, Items = [moved] };
        await Streams.UpdateStatusAsync(stream with { Status = stream.Status with { Tags = stream.Status.Tags.Set(history) } });
    }
}
