using System.Collections.Concurrent;
using ImageStreams.References;

namespace ImageStreams.Tool;

internal sealed partial class RegistryQuestions
{
    /// <summary>Asks which tags policies choose among those that registries list.</summary>
    /// <returns>The answers by tag; a failure is an answer.</returns>
    public async Task<IReadOnlyDictionary<ImageStreamTagName, PolicyAnswer>> ChooseAsync(
        IEnumerable<PolicyQuestion> tags, CancellationToken cancellationToken)
    {
        var questions = tags.DistinctBy(tag => tag.Tag).ToList();
        var answers = new ConcurrentDictionary<ImageStreamTagName, PolicyAnswer>();
        if (questions.Count == 0)
        {
            return answers;
        }

        var now = environment.TimeProvider.GetUtcNow();
        await AskAllAsync(questions, async (client, question, token) =>
        {
            var host = ImageReference.Parse(question.Reference.From!.Name!).Registry;
            var isInsecure = question.Reference.ImportPolicy.Insecure || insecure.Contains(host, StringComparer.OrdinalIgnoreCase);
            answers[question.Tag] = await new PolicyChoices(client, now).ChooseAsync(question, isInsecure, token).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
        return answers;
    }
}
