using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Storage;
using ImageStreams.Testing;
using ImageStreams.Tests.Builders;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Clients;

/// <summary>An embedded engine over memory, with a registry beside it and a clock that stands still.</summary>
internal sealed class EmbeddedEngine : IDisposable
{
    public static readonly DateTimeOffset Now = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The stream that most tests import into.</summary>
    public static ImageStreamName App { get; } = ImageStreamName.FromParts(Namespace, "app");

    public EmbeddedEngine(Action<EmbeddedImageStreamOptions>? configure = null)
    {
        var options = new EmbeddedImageStreamOptions { GetNaming = static () => new SequentialNaming() };
        configure?.Invoke(options);
        Store = new InMemoryImageStreamStore(timeProvider: Time);
        Client = new EmbeddedImageStreamClient(Store, new ImageImporter(Registry, Time), options, Time);
    }

    public FakeTimeProvider Time { get; } = new(Now);

    public InMemoryRegistry Registry { get; } = new();

    public InMemoryImageStreamStore Store { get; }

    public EmbeddedImageStreamClient Client { get; }

    public void Dispose() => Registry.Dispose();

    public static ImageStreamTagName Tag(string name, string ns = Namespace) =>
        ImageStreamTagName.Parse(name).WithNamespace(ns);

    public static ImageStream AStream(string name, params TagReference[] tags) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = Namespace },
        Spec = new ImageStreamSpec { Tags = tags.ToKeyedList() },
    };

    public static ImageStreamTag ATag(string name, TagReference? specTag) =>
        new() { Metadata = new ObjectMeta { Name = name, Namespace = Namespace }, Tag = specTag };

    public static TagReference Following(string tag, string name, string kind = ReferenceKinds.ImageStreamTag) =>
        new() { Name = tag, From = new ObjectReference { Kind = kind, Name = name } };

    public static TagReference FromRegistry(string tag, string pullSpec) =>
        Following(tag, pullSpec, ReferenceKinds.DockerImage);

    /// <summary>Pushes an image of one repeated digit to a tag of a stream, which is created if it does not exist.</summary>
    public async Task<ImageStream> PushAsync(string stream, string tag, char digit)
    {
        if (await Store.Streams.FindAsync(new ObjectKey(Namespace, stream)) is null)
        {
            await Client.Streams.CreateAsync(AStream(stream));
        }

        await Client.Mappings.CreateAsync(new ImageStreamMapping
        {
            Metadata = new ObjectMeta { Name = stream, Namespace = Namespace },
            Tag = tag,
            Image = new Image { Metadata = new ObjectMeta { Name = StreamBuilder.Image(digit) } },
        });
        return await Client.Streams.GetAsync(Namespace, stream);
    }

    /// <summary>The digits of the images in a tag's history, newest first.</summary>
    public async Task<string> HistoryAsync(string stream, string tag)
    {
        var items = (await Client.Streams.GetAsync(Namespace, stream)).Status.Tags.Find(tag)?.Items ?? default;
        return string.Concat(items.Select(item => item.Image.Length > 0 ? item.Image[^1] : '-'));
    }

    /// <summary>Asserts that an API rejects a call.</summary>
    public static async Task<ApiException> AssertRejectedAsync(ApiFailure failure, Func<Task> act)
    {
        var rejected = await Assert.ThrowsAsync<ApiException>(act);
        Assert.Equal(failure, rejected.Reason);
        return rejected;
    }
}
