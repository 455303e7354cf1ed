using System.Text.Json;

namespace ImageStreams.Workloads;

/// <content>The containers of the pods.</content>
internal ref partial struct WorkloadReader
{
    private void PodSpec()
    {
        while (NextField())
        {
            var name = FieldName;
            if (name.SequenceEqual("containers"u8))
            {
                ContainerList(isInit: false, _containers = [], _places = []);
            }
            else if (name.SequenceEqual("initContainers"u8))
            {
                ContainerList(isInit: true, _initContainers = [], _initPlaces = []);
            }
            else
            {
                _json.Skip();
            }
        }
    }

    private void ContainerList(bool isInit, List<WorkloadContainer> containers, List<ImagePlace> places)
    {
        for (var isThere = StartArray(); isThere && NextItem();)
        {
            var (name, image, place) = Container();
            containers.Add(new WorkloadContainer(kind.PodSpecPath, isInit, containers.Count) { Name = name ?? "", Image = image });
            places.Add(place);
        }
    }

    private (string? Name, string? Image, ImagePlace Place) Container()
    {
        var (name, image, place) = ((string?)null, (string?)null, default(ImagePlace));
        var end = new ImagePlace(_json.Consumed, _json.Consumed, IsFirst: true);
        while (NextField())
        {
            var field = FieldName;
            if (field.SequenceEqual("name"u8))
            {
                name = Text(name);
            }
            else if (field.SequenceEqual("image"u8))
            {
                (image, place) = (Text(image), PlaceHere(place));
            }
            else
            {
                _json.Skip();
            }

            end = new ImagePlace(_json.Consumed, _json.Consumed);
        }

        return (name, image, place.End > 0 ? place : end);
    }

    /// <summary>Where the value here stands; a <c>null</c> is no better place than one that there is already.</summary>
    private readonly ImagePlace PlaceHere(ImagePlace before) =>
        before.End > 0 && _json.TokenType == JsonTokenType.Null ? before : new(_json.TokenStart, _json.Consumed);
}
