using ImageStreams.AspNetCore;
using ImageStreams.Storage;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The deletion of a collection whose objects others write meanwhile.</summary>
public sealed class DeleteCollectionTests
{
    private readonly IObjectStore<ClusterObject> _objects =
        new InMemoryImageStreamStore().GetObjects(LimitDefinitions.Quotas.Definition.QualifiedName);

    [Theory]
    [InlineData(null, 0)]
    [InlineData("test/hold", 3)]
    public async Task WritesMeanwhile_DoNotStopIt(string? finalizer, int left)
    {
        await CreateAsync(finalizer);
        var resource = CreateResource(current => _objects.UpdateAsync(
            current with { Metadata = current.Metadata with { Labels = current.Metadata.Labels.Set("a", "b") } }).AsTask());

        var answer = await DeleteAsync(resource);

        Assert.Equal(3, Assert.IsType<ServedAnswer.Many>(answer).List.Items.Count);
        var rest = (await _objects.ListAsync(ListQuery.All)).Items;
        Assert.Equal(left, rest.Count);
        Assert.All(rest, static one => Assert.NotNull(one.Metadata.DeletionTimestamp));
    }

    [Fact]
    public async Task NewObjectsOfTheNames_Stay()
    {
        await CreateAsync(null);
        var resource = CreateResource(async current =>
        {
            await _objects.DeleteAsync(ObjectKey.FromObject(current));
            await _objects.CreateAsync(current with { Metadata = current.Metadata with { Uid = "new-" + current.Name, ResourceVersion = null } });
        });

        await DeleteAsync(resource);

        Assert.Equal(["new-a", "new-b", "new-c"], (await _objects.ListAsync(ListQuery.All)).Items.Select(static one => one.Metadata.Uid));
    }

    private async Task CreateAsync(string? finalizer)
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            var metadata = new ObjectMeta { Name = name, Namespace = "shop", Uid = name, Finalizers = finalizer is null ? default : [finalizer] };
            await _objects.CreateAsync(new ClusterObject { Kind = "ResourceQuota", ApiVersion = "v1", Metadata = metadata });
        }
    }

    private StoredResource CreateResource(Func<ClusterObject, Task> overtake) =>
        new(LimitDefinitions.Quotas, new OvertakenStore(_objects, overtake), RandomNaming.Instance, namespaces: null, TimeProvider.System);

    private static Task<ServedAnswer> DeleteAsync(StoredResource resource) =>
        resource.DeleteCollectionAsync(new ResourceRequest { Verb = ResourceVerbs.DeleteCollection, Namespace = "shop" }, default).AsTask();
}
