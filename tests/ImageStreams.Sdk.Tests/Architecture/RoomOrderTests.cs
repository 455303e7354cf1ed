namespace ImageStreams.Tests.Architecture;

/// <summary>A room of the core uses the rooms before it only.</summary>
public sealed class RoomOrderTests
{
    private static readonly CoreCompilation Core = CoreCompilation.Create();

    [Fact]
    public void Core_EachRoom_UsesEarlierRoomsOnly()
    {
        var forbidden = Core.FindUses()
            .Where(use => !Rooms.MayUse(use.From, use.To, use.Type))
            .Select(use => $"{use.From} uses the later room {use.To}: {use.Place} ({use.Type})");

        Findings.AssertNone(forbidden);
    }

    [Fact]
    public void Core_EachException_IsNeeded()
    {
        var uses = Core.FindUses().Select(use => (use.From, use.To, use.Type)).ToHashSet();
        var unused = Rooms.Exceptions.SelectMany(exception => exception.Types
            .Where(type => !uses.Contains((exception.From, exception.To, type)))
            .Select(type => $"{exception.From} does not use {type} of {exception.To}"));

        Findings.AssertNone(unused);
    }

    [Fact]
    public void Core_EachName_IsBound() => Findings.AssertNone(Core.FindUnboundNames());

    [Fact]
    public void Order_NamesEachFolderOfTheCore()
    {
        var folders = Directory.GetDirectories(Path.Combine(SourceTree.Folder, "ImageStreams.Sdk"))
            .Select(folder => Path.GetFileName(folder))
            .Where(folder => folder is not ("bin" or "obj"));

        Assert.Equal(folders.Order(StringComparer.Ordinal), Rooms.Order.Order(StringComparer.Ordinal));
    }
}
