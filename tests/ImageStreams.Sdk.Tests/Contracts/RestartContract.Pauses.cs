using System.Net;
using ImageStreams.References;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Contracts;

/// <content>Pauses of streams, of tags and of registries; streams that change or go while no process runs.</content>
public abstract partial class RestartContract
{
    [ContractFact]
    public async Task Pauses_by_name_last_until_they_are_resumed()
    {
        var (stream, tag) = (ImageStreamName.FromParts("shop", "s0"), ImageStreamTagName.FromParts("shop", "s1", "a"));
        await CreateAsync(3);
        await LiveOnceAsync(_time.GetUtcNow() + Lifetime, process =>
        {
            Assert.True(process.Imports.Schedule.Pause(stream));
            Assert.True(process.Imports.Schedule.Pause(tag));
            return process.State.WriteAsync();
        });

        await LiveAsync(TimeSpan.FromHours(2));
        Assert.Equal(["s2"], _imports.Select(import => import.Tag.Stream).Distinct());

        await LiveOnceAsync(_time.GetUtcNow() + Lifetime, process =>
        {
            Assert.True(process.Imports.Schedule.Resume(stream, _time.GetUtcNow()));
            Assert.True(process.Imports.Schedule.Resume(tag, _time.GetUtcNow()));
            return process.State.WriteAsync();
        });
        await LiveAsync(TimeSpan.FromHours(1));
        Assert.InRange(Times("s0", isSuccess: true).Count, 4, 6);
        Assert.InRange(Times("s1", isSuccess: true).Count, 4, 6);
    }

    [ContractFact]
    public async Task A_registry_that_asked_for_a_pause_is_left_alone_over_restarts()
    {
        await CreateAsync(20);
        await LiveAsync(TimeSpan.FromMinutes(30));
        var requests = _registry.RequestCount;
        _registry.FailNext(new RegistryFault.Status { Code = HttpStatusCode.TooManyRequests, RetryAfter = "10800" });

        await LiveAsync(TimeSpan.FromHours(3) - TimeSpan.FromMinutes(20));
        Assert.Equal(1, _registry.RequestCount - requests);

        await LiveAsync(TimeSpan.FromHours(2));
        Assert.True(_registry.RequestCount - requests > 20);
    }

    [ContractFact]
    public async Task A_tag_that_follows_another_image_meanwhile_is_imported_at_once()
    {
        await CreateAsync(2);
        await LiveAsync(Lifetime);
        _registry.Push("quay.example/team/other:1", SyntheticImage.Create("other"));
        _imports.Clear();

        await LiveOnceAsync(_time.GetUtcNow() + TimeSpan.FromMinutes(1), process => FollowAsync(process, "quay.example/team/other:1"));
        await LiveAsync(TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(3));

        Assert.Equal(1, Times("s0", isSuccess: true).Count(time => time < _time.GetUtcNow() - TimeSpan.FromMinutes(6)));
    }

    [ContractFact]
    public async Task A_tag_that_is_no_longer_scheduled_is_not_imported_any_more()
    {
        await CreateAsync(2);
        await LiveAsync(Lifetime);
        await LiveOnceAsync(_time.GetUtcNow(), process => process.Client.Streams.PatchAsync("shop", "s0", Unscheduled));
        _imports.Clear();

        await LiveAsync(TimeSpan.FromHours(1));

        Assert.Equal(["s1"], _imports.Select(import => import.Tag.Stream).Distinct());
    }

    [ContractFact]
    public async Task The_records_of_streams_that_are_gone_are_removed()
    {
        await CreateAsync(3);
        await LiveAsync(Lifetime);
        Assert.Equal(["shop/s0", "shop/s1", "shop/s2"], await KeysAsync());

        await LiveOnceAsync(_time.GetUtcNow(), process => process.Client.Streams.DeleteAsync("shop", "s1"));
        await LiveOnceAsync(_time.GetUtcNow(), process =>
        {
            Assert.Equal(1, process.Imports.RemoveStateExcept(name => name.Name != "s1"));
            process.Imports.Remove(ImageStreamName.FromParts("shop", "s2"));
            process.Imports.Forget(ImageStreamName.FromParts("shop", "s0"));
            return process.State.WriteAsync();
        });

        Assert.Equal(["shop/s0"], await KeysAsync());
    }

    private static ImageStream Unscheduled(ImageStream stream) => stream with
    {
        Spec = stream.Spec with
        {
            Tags = stream.Spec.Tags.Set(stream.Spec.Tags.Find("a")! with { ImportPolicy = new TagImportPolicy() }),
        },
    };

    private static Task<ImageStream> FollowAsync(RestartedProcess process, string pullSpec) =>
        process.Client.Streams.PatchAsync("shop", "s0", stream => stream with
        {
            Spec = stream.Spec with
            {
                Tags = stream.Spec.Tags.Set(stream.Spec.Tags.Find("a")! with
                {
                    From = new ObjectReference { Kind = ReferenceKinds.DockerImage, Name = pullSpec },
                    Generation = null,
                }),
            },
        });

    private async Task<string[]> KeysAsync()
    {
        var (_, state, hold) = await OpenAsync();
        var keys = (await state.ReadAsync("imports")).Select(record => record.Key).ToArray();
        await (hold?.DisposeAsync() ?? default);
        return keys;
    }
}
