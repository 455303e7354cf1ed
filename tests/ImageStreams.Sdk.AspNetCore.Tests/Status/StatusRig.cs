using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Storage;
using ImageStreams.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>A client, a schedule, reports and a registry, all in memory, which outlive a server.</summary>
internal sealed class StatusRig
{
    public StatusRig()
    {
        Client = new EmbeddedImageStreamClient(Store, new ImageImporter(Registry.CreateClient()));
        Controller = new ImportController(Client);
    }

    public InMemoryRegistry Registry { get; } = new();

    /// <summary>The store of the client, which takes what no API takes.</summary>
    public InMemoryImageStreamStore Store { get; } = new();

    public EmbeddedImageStreamClient Client { get; }

    public ImportController Controller { get; }

    public ControllerReports Reports { get; } = new();

    public TriggerController Triggers { get; } =
        new(new RefusingTarget("reports"), new TriggerControllerOptions { Fuse = new TriggerFuseOptions { MaxFirings = 4 } });

    public void Register(IServiceCollection services) =>
        services.AddSingleton<IImageStreamClient>(Client).AddSingleton(Controller).AddSingleton(Reports).AddSingleton(Triggers);

    /// <summary>Creates a stream, without what only a server sets.</summary>
    public Task<ImageStream> CreateAsync(ImageStream stream) => Client.Streams.CreateAsync(
        stream with { Metadata = new ObjectMeta { Namespace = stream.Namespace, Name = stream.Name } });

    /// <summary>Creates a stream, and imports what is due.</summary>
    public async Task AddAsync(ImageStream stream)
    {
        Controller.Observe(await CreateAsync(stream));
        await ImportAsync();
    }

    /// <summary>Imports what is due.</summary>
    public async Task ImportAsync()
    {
        foreach (var report in (await Controller.RunDueAsync()).Reports)
        {
            Reports.Add(report);
        }
    }
}
