namespace ImageStreams.Tests.Clients;

/// <summary>Images are removed in two processes while two others push, in many orders.</summary>
public class PruningInterleavingTests
{
    private const int Orders = 2000;

    [Fact]
    public async Task Prune_WhileOthersPush_LosesNoNamedImage()
    {
        for (var seed = 0; seed < Orders; seed++)
        {
            var round = new PruningRound(seed);
            await round.RunAsync();
            await round.AssertNothingLostAsync();
        }
    }
}
