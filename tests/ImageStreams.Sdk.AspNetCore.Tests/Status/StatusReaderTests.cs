using System.Text;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using Microsoft.Extensions.DependencyInjection;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Reading the status when something is odd.</summary>
public sealed class StatusReaderTests
{
    [Fact]
    public async Task ListAsync_ClientTimesOut_SaysSo()
    {
        await using var services = new ServiceCollection().AddSingleton<IImageStreamClient>(new TimedOutClient()).BuildServiceProvider();
        var (streams, error) = await new StatusSources(services).ListAsync(CancellationToken.None);

        Assert.Empty(streams);
        Assert.Equal("The streams cannot be read: The request took too long.", error);
    }

    [Fact]
    public async Task ListAsync_Canceled_Throws()
    {
        await using var services = new ServiceCollection().AddSingleton<IImageStreamClient>(new TimedOutClient()).BuildServiceProvider();

        await Assert.ThrowsAsync<TaskCanceledException>(() => new StatusSources(services).ListAsync(new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task ReadAsync_LargestLimit_ShowsEveryTag()
    {
        var rig = new StatusRig();
        await rig.CreateAsync(AnImageStream("web").Tag("1").Follows("3").Tag("2").Follows("3").Build());
        var services = new ServiceCollection();
        rig.Register(services);
        await using var provider = services.BuildServiceProvider();
        var snapshot = await new StatusReader(new StatusSources(provider), int.MaxValue, TimeProvider.System).ReadAsync(CancellationToken.None);

        Assert.Equal((2, false), (snapshot.Document.Tags.Count, snapshot.Document.Status.IsCut));
    }

    [Fact]
    public void Text_TitleWithThePlacesOfThePage_IsATextOnly()
    {
        var page = Encoding.UTF8.GetString(new StatusPage("{{script}}<b>{{style}}").Text);

        Assert.Contains("<title>{{script}}&lt;b&gt;{{style}}</title>", page, StringComparison.Ordinal);
    }
}
